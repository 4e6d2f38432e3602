package io.rivulet.sim;

import io.rivulet.sim.sink.EventSink;
import io.rivulet.sim.sink.JsonSink;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.KafkaTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where to, how much, and how fast: the options of every command. */
final class OutputOptions {
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
          "A setting of Kafka's producer, such as compression.type=zstd. May be given many times.")
  private Map<String, String> properties = new LinkedHashMap<>();

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
        new KafkaTarget(bootstrapServers, eventsTopic, catalogTopic, properties));
  }

  String destination() {
    return dryRun ? "standard output" : eventsTopic + " at " + bootstrapServers;
  }
}
