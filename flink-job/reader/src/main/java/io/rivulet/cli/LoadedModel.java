package io.rivulet.cli;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.MemoryModelStore;
import io.rivulet.snapshot.ModelDefinition;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.PublishedVersion;
import io.rivulet.snapshot.SnapshotBuild;
import io.rivulet.snapshot.SnapshotException;
import io.rivulet.snapshot.SnapshotLog;
import io.rivulet.snapshot.StoredRow;
import java.io.PrintWriter;

/** One version, whole and checked. */
record LoadedModel(ModelStore store, ModelDefinition model, String arm) {
  /** What the topic says of the versions; what cannot be read is complained of. */
  static SnapshotLog log(KafkaSnapshotTopic topic, TopicOptions options, PrintWriter complaints) {
    SnapshotLog log = new SnapshotLog(options.arm);
    log.read(topic, message -> complaints.println("rivulet-cli: " + message));
    return log;
  }

  /** Finds a version; null: the one that readers use. */
  static PublishedVersion find(SnapshotLog log, Long number, TopicOptions options)
      throws SnapshotException {
    if (number == null && log.wanted() == 0) {
      return newest(log, options);
    }
    long wanted = number == null ? log.wanted() : number;
    return found(log.version(wanted), "version " + wanted, log, options);
  }

  /** Finds the newest version, whichever readers use. */
  static PublishedVersion newest(SnapshotLog log, TopicOptions options) throws SnapshotException {
    return found(log.newest(), "version", log, options);
  }

  private static PublishedVersion found(
      PublishedVersion version, String wanted, SnapshotLog log, TopicOptions options)
      throws SnapshotException {
    if (version == null) {
      throw new SnapshotException(
          "no %s of arm %s in the topic %s; it has %s"
              .formatted(wanted, options.arm, options.topic, log.numbers()));
    }
    return version;
  }

  static LoadedModel load(
      KafkaSnapshotTopic topic, SnapshotLog log, PublishedVersion version, String arm)
      throws SnapshotException {
    MemoryModelStore store = new MemoryModelStore();
    try (SnapshotBuild build = new SnapshotBuild(log.plan(version), null, arm, store.replace())) {
      build.read(topic);
      build.commit();
      return new LoadedModel(store, build.model(), arm);
    } catch (SnapshotException e) {
      throw new SnapshotException("version " + version.number() + ": " + e.getMessage());
    }
  }

  /** The row, or null if there is none. */
  Row row(ModelStore.View view, Table table, String id) {
    StoredRow stored = view.row(table, id);
    return stored == null ? null : model.row(table, id, stored);
  }
}
