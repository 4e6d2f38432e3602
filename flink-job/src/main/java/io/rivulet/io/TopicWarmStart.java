package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.operator.WarmStart;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.snapshot.FilteredUpdate;
import io.rivulet.snapshot.MemoryModelStore;
import io.rivulet.snapshot.ModelDefinition;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.PublishedVersion;
import io.rivulet.snapshot.SnapshotBuild;
import io.rivulet.snapshot.SnapshotException;
import io.rivulet.snapshot.SnapshotLog;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A version of the model out of the topic. Which one is settled where the job is submitted; each
 * task reads it there where it runs, and checks that it is still the same.
 */
public final class TopicWarmStart implements WarmStart {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(TopicWarmStart.class);

  private final String arm;
  private final String topic;
  private final HashMap<String, String> settings;
  private final long version;
  private final long checksum;
  private final HashMap<String, Long> offsets;

  private TopicWarmStart(RivuletConfig config, SnapshotManifest manifest) {
    arm = config.arm();
    topic = config.kafka().topics().modelSnapshots();
    settings = new HashMap<>(ClientSettings.of(config.kafka()));
    version = manifest.getModelVersion();
    checksum = manifest.getChecksum();
    offsets = new HashMap<>(manifest.getSourceOffsets());
  }

  /**
   * Finds the version that {@code snapshots.warmStart} names.
   *
   * @return null if it says {@code none}
   * @throws ConfigException if the topic has no such version, or it is of another model
   */
  public static TopicWarmStart find(RivuletConfig config) {
    String wanted = config.snapshots().warmStart();
    if (wanted.equals("none")) {
      return null;
    }
    KafkaConfig kafka = config.kafka();
    String name = kafka.topics().modelSnapshots();
    try (KafkaSnapshotTopic topic = new KafkaSnapshotTopic(name, ClientSettings.of(kafka))) {
      SnapshotLog log = new SnapshotLog(config.arm());
      log.read(topic, LOG::warn);
      PublishedVersion found =
          wanted.equals("newest") ? log.newest() : log.version(Long.parseLong(wanted));
      if (found == null) {
        throw new ConfigException(
            "snapshots.warmStart: found '%s', and the topic %s has the versions %s of arm %s; name one of these, or none"
                .formatted(wanted, name, log.numbers(), config.arm()));
      }
      check(config, found.manifest());
      return new TopicWarmStart(config, found.manifest());
    } catch (SnapshotException | KafkaException | IllegalArgumentException e) {
      throw new ConfigException(
          "snapshots.warmStart: found '%s', and the topic %s: %s"
              .formatted(wanted, name, e.getMessage()),
          e);
    }
  }

  private static void check(RivuletConfig config, SnapshotManifest manifest)
      throws SnapshotException {
    ModelDefinition.of(manifest, null);
    if (manifest.getRowLayout() != Layouts.rows(config.learner()).version()
        || manifest.getDenseLayout() != Layouts.dense(config.learner()).version()) {
      throw new SnapshotException(
          "version "
              + manifest.getModelVersion()
              + " is of another model than the section learner; start with the learner of its"
              + " manifest, and change it from a savepoint with checkpoints.modelChange");
    }
  }

  /** By {@code topic-partition} the first offset that the version does not include. */
  Map<String, Long> sourceOffsets() {
    return Map.copyOf(offsets);
  }

  @Override
  public void read(Table table, Predicate<String> mine, BiConsumer<String, Row> target)
      throws IOException {
    Consumer<String> complaints = LOG::warn;
    MemoryModelStore store = new MemoryModelStore();
    try (KafkaSnapshotTopic reading = new KafkaSnapshotTopic(topic, settings)) {
      SnapshotLog log = new SnapshotLog(arm);
      log.read(reading, complaints);
      PublishedVersion found = log.version(version);
      if (found == null || found.manifest().getChecksum() != checksum) {
        throw new SnapshotException("it is no longer there");
      }
      ModelStore.Update rows =
          new FilteredUpdate(store.replace(), (of, id) -> of == table && mine.test(id));
      try (SnapshotBuild build = new SnapshotBuild(log.plan(found), null, arm, rows)) {
        build.read(reading);
        build.commit();
        hand(table, store, build.model(), target);
      }
    } catch (SnapshotException e) {
      throw new IOException(
          "snapshots.warmStart: version "
              + version
              + " of the topic "
              + topic
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static void hand(
      Table table, ModelStore store, ModelDefinition model, BiConsumer<String, Row> target) {
    try (ModelStore.View view = store.view()) {
      view.forEach(
          table,
          (id, row) -> {
            if (!FilteredUpdate.isLeftOut(row)) {
              target.accept(id, model.row(table, id, row));
            }
          });
    }
  }
}
