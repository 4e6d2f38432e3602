package io.rivulet.cli;

import io.rivulet.io.KafkaSnapshotTopic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which model, and how its topic is reached: the options of every command. */
final class TopicOptions {
  /** Milliseconds that a broker may take. */
  private static final String PATIENCE = "15000";

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:RIVULET_KAFKA:-localhost:9092}",
      description =
          "Kafka brokers, separated by commas (default: environment variable RIVULET_KAFKA, else"
              + " localhost:9092).")
  private String bootstrapServers;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description =
          "A file with settings of Kafka's clients, such as Kafka's own tools take: TLS, log-in."
              + " Its bootstrap.servers is not used.")
  private Path propertiesFile;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "model-snapshots",
      description = "The job's kafka.topics.modelSnapshots (default: ${DEFAULT-VALUE}).")
  String topic;

  @Option(
      names = "--arm",
      paramLabel = "NAME",
      defaultValue = "champion",
      description = "The job's arm (default: ${DEFAULT-VALUE}).")
  String arm;

  @Option(names = "--json", description = "One JSON object a line, for programs.")
  boolean json;

  Map<String, String> kafka() throws IOException {
    Map<String, String> settings = new HashMap<>();
    if (propertiesFile != null) {
      Properties file = new Properties();
      try (Reader reader = Files.newBufferedReader(propertiesFile)) {
        file.load(reader);
      } catch (NoSuchFileException e) {
        throw new IOException("--kafka-properties: no such file: " + propertiesFile, e);
      }
      file.forEach((name, value) -> settings.put(name.toString(), value.toString()));
    }
    settings.put("bootstrap.servers", bootstrapServers);
    settings.putIfAbsent("default.api.timeout.ms", PATIENCE);
    settings.putIfAbsent("request.timeout.ms", PATIENCE);
    return settings;
  }

  KafkaSnapshotTopic open() throws IOException {
    return new KafkaSnapshotTopic(topic, kafka());
  }
}
