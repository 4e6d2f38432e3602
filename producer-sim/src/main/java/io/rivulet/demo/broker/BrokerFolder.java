package io.rivulet.demo.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of a broker, all in one folder.
 *
 * @param path the folder, absolute
 */
record BrokerFolder(Path path) {

  private static final String LOGGING = "broker-log4j2.xml";
  private static final int TAIL_LINES = 30;

  static BrokerFolder create(Path path) throws IOException {
    return new BrokerFolder(Files.createDirectories(path.toAbsolutePath()));
  }

  /** All that the broker and its JVM print. */
  Path log() {
    return path.resolve("broker.log");
  }

  Path arguments() {
    return path.resolve("java.args");
  }

  private Path properties() {
    return path.resolve("server.properties");
  }

  /** Writes all that the child process reads. */
  void write(int port, int controllerPort, int heapMegabytes) throws IOException {
    Files.writeString(properties(), serverProperties(port, controllerPort));
    try (InputStream logging = BrokerFolder.class.getResourceAsStream(LOGGING)) {
      Files.copy(
          Objects.requireNonNull(logging, LOGGING),
          path.resolve(LOGGING),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.write(arguments(), javaArguments(heapMegabytes));
  }

  /** A file of arguments, since a long class path may be more than a command line can hold. */
  private List<String> javaArguments(int heapMegabytes) {
    return Stream.of(
            "-Xmx" + heapMegabytes + "m",
            "-Dlog4j2.configurationFile=" + path.resolve(LOGGING).toUri(),
            "-cp",
            ClassPath.join(ClassPath.current()),
            BrokerProcess.class.getName(),
            properties().toString())
        .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .toList();
  }

  private String serverProperties(int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=CLIENTS://127.0.0.1:%1$d
        inter.broker.listener.name=CLIENTS
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
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
        """
        .formatted(port, controllerPort, path.resolve("data").toString().replace("\\", "\\\\"));
  }

  /** The last lines of the log, for a message. */
  String logTail() throws IOException {
    if (Files.notExists(log())) {
      return "(no log)";
    }
    List<String> lines = Files.readString(log(), StandardCharsets.UTF_8).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }
}
