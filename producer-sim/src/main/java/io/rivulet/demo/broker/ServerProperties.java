package io.rivulet.demo.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of a broker as Kafka reads them. */
final class ServerProperties {
  private static final String COMMON =
      """
      process.roles=broker,controller
      node.id=1
      inter.broker.listener.name=CLIENTS
      controller.listener.names=CONTROLLER
      auto.create.topics.enable=false
      default.replication.factor=1
      min.insync.replicas=1
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=4
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      # Flink's sink asks for transactions of an hour.
      transaction.max.timeout.ms=7200000
      group.initial.rebalance.delay.ms=0
      # After a kill the broker comes back only when its earlier session is over.
      broker.session.timeout.ms=4000
      broker.heartbeat.interval.ms=500
      # A quarter of a small heap otherwise.
      log.cleaner.dedupe.buffer.size=16777216
      """;

  private ServerProperties() {}

  /** The text of the file. */
  static String text(BrokerSettings settings, BrokerPorts ports, Path data) {
    Properties properties = new Properties();
    properties.setProperty("log.dirs", data.toString());
    properties.setProperty(
        "controller.quorum.voters", "1@" + ports.address(BrokerPorts.CONTROLLER));
    properties.setProperty("listeners", ports.listeners());
    properties.setProperty("advertised.listeners", ports.advertisedListeners());
    properties.setProperty("listener.security.protocol.map", protocols(settings));
    for (BrokerListener listener : settings.listeners()) {
      String prefix = "listener.name." + listener.name().toLowerCase(Locale.ROOT) + ".";
      listener.properties().forEach((name, value) -> properties.setProperty(prefix + name, value));
    }
    properties.putAll(settings.properties());
    return COMMON + text(properties);
  }

  private static String protocols(BrokerSettings settings) {
    return Stream.concat(
            BrokerPorts.RESERVED.stream().map(name -> name + ":PLAINTEXT"),
            settings.listeners().stream()
                .map(listener -> listener.name() + ":" + listener.protocol()))
        .collect(Collectors.joining(","));
  }

  private static String text(Properties properties) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be written", e);
    }
    return text.toString(StandardCharsets.ISO_8859_1);
  }
}
