package io.rivulet.reader;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a reader reads.
 *
 * @param kafka settings of Kafka's consumer, {@code bootstrap.servers} among them; also encryption
 *     and log-in
 * @param snapshotsTopic the job's {@code kafka.topics.modelSnapshots}
 * @param catalogTopic the job's {@code kafka.topics.itemCatalog}; empty if the model has no
 *     features of items
 * @param arm the job's {@code arm}
 * @param store a folder of its own for the model's rows; null: they are kept in memory
 */
public record ReaderSettings(
    Map<String, String> kafka, String snapshotsTopic, String catalogTopic, String arm, Path store) {
  /** Copies. */
  public ReaderSettings {
    kafka = Map.copyOf(kafka);
  }

  /** Without the values of Kafka's settings: passwords may be among them. */
  @Override
  public String toString() {
    return "ReaderSettings[kafka=%s, snapshotsTopic=%s, catalogTopic=%s, arm=%s, store=%s]"
        .formatted(new TreeSet<>(kafka.keySet()), snapshotsTopic, catalogTopic, arm, store);
  }

  /** A reader in memory, of topics that have the names that the job gives them by default. */
  public static ReaderSettings of(String bootstrapServers) {
    return new ReaderSettings(
        Map.of("bootstrap.servers", bootstrapServers),
        "model-snapshots",
        "item-catalog",
        "champion",
        null);
  }
}
