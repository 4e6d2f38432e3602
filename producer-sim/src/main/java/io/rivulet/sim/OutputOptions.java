package io.rivulet.sim;

import io.rivulet.sim.sink.EventSink;
import io.rivulet.sim.sink.JsonSink;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.KafkaTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where to, how much, and how fast: the options of every command. */
final class OutputOptions {
  private static final Pattern SECRET = Pattern.compile("password|jaas|secret|keystore\\.key");

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:RIVULET_KAFKA:-localhost:9092}",
      description =
          "Kafka brokers, separated by commas (default: environment variable RIVULET_KAFKA, else"
              + " localhost:9092).")
  private String bootstrapServers;

  @Option(
      names = "--events-topic",
      paramLabel = "TOPIC",
      defaultValue = KafkaTarget.EVENTS_TOPIC,
      description = "Topic of the events (default: ${DEFAULT-VALUE}); key: the user.")
  private String eventsTopic;

  @Option(
      names = "--catalog-topic",
      paramLabel = "TOPIC",
      defaultValue = KafkaTarget.CATALOG_TOPIC,
      description =
          "Topic of the items (default: ${DEFAULT-VALUE}); key: the item. All items are sent before"
              + " the first event.")
  private String catalogTopic;

  @Option(
      names = "--property",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of Kafka's producer, such as compression.type=zstd. May be given many times."
              + " Not for passwords: others can see the command line.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description =
          "A file with settings of Kafka's producer, such as Kafka's own tools take: TLS, log-in."
              + " Its bootstrap.servers is not used.")
  private Path propertiesFile;

  @Option(
      names = "--no-catalog",
      description = "Leave out the items, e.g. because they were sent before.")
  boolean noCatalog;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after N events (default: when the source ends).")
  Long count;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "End after S seconds (default: when the source ends).")
  Double seconds;

  @Option(
      names = "--dry-run",
      description =
          "Send nothing, need no broker: print items and events as JSON to standard output.")
  private boolean dryRun;

  @Option(
      names = "--print",
      paramLabel = "N",
      defaultValue = "9223372036854775807",
      description = "With --dry-run: print only the first N items and N events, count the rest.")
  private long print;

  /** Opens what these options name; the caller closes it. */
  EventSink open(PrintWriter out) throws IOException {
    if (dryRun) {
      return new JsonSink(out, print);
    }
    return KafkaSink.connect(
        new KafkaTarget(bootstrapServers, eventsTopic, catalogTopic, clientProperties()));
  }

  /** Those of the file, and over them those of the command line. */
  private Map<String, String> clientProperties() throws IOException {
    Properties all = new Properties();
    if (propertiesFile != null) {
      try (Reader file = Files.newBufferedReader(propertiesFile)) {
        all.load(file);
      } catch (NoSuchFileException e) {
        throw new NoSuchFileException(propertiesFile + ": no such file of Kafka properties");
      }
    }
    for (Map.Entry<String, String> property : properties.entrySet()) {
      if (SECRET.matcher(property.getKey()).find()) {
        throw new IllegalArgumentException(
            "--property %s: others can see the command line; put this into a file, and use"
                    .formatted(property.getKey())
                + " --kafka-properties FILE");
      }
      all.setProperty(property.getKey(), property.getValue());
    }
    return all.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, all::getProperty));
  }

  String destination() {
    return dryRun ? "standard output" : eventsTopic + " at " + bootstrapServers;
  }
}
