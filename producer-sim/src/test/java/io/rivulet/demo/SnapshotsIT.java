package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.RivuletConfig;
import io.rivulet.fixture.FollowedModel;
import io.rivulet.fixture.SavedRow;
import io.rivulet.fixture.ScoreLog;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.fixture.SnapshotTail;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.sim.sink.Pacing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Versions of the model in model-snapshots, as a reader of committed records has them: each whole,
 * with a checksum that fits, on top of the one before, and the job's own rows to the last bit;
 * {@link FollowedModel} refuses anything else.
 */
final class SnapshotsIT {
  private static final int EVENTS = 2_000;
  private static final int RATE = 500;
  private static final int KILLS = 2;
  private static final int ALL = (KILLS + 1) * EVENTS;

  /** Rows come and go; the dense parameters need several records. */
  private static final String CONFIG =
      """
      checkpoints: {interval: 1s}
      maxParallelism: 8
      rows: {users: {mostRows: 80}, items: {mostRows: 60}}
      snapshots: {maxRecordBytes: 16384}
      learner:
        tasks:
          - {name: click, type: binary, label: {positive: [play, like], negative: [impression]}}
          - {name: watch, type: regression, label: {actions: [play, like]}, range: [0, 600]}
        categorical:
          - {from: context.hour, buckets: 128, dimension: 4}
          - {from: item.tag, buckets: 64, dimension: 4}
        numeric: [bitrate]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aJobThatIsKilledLeavesNoGap(int parallelism) throws Exception {
    SmallWorld part = SmallWorld.first(EVENTS);
    try (EndToEnd run = EndToEnd.prepare(config(), parallelism, folder);
        ScoreLog scores = new ScoreLog(run.bootstrapServers(), "scores");
        SnapshotTail tail = new SnapshotTail(run.bootstrapServers(), "model-snapshots")) {
      run.startJob();
      run.sendCatalog(part);
      for (int kill = 0; kill < KILLS; kill++) {
        CompletableFuture<Void> sending = sending(run, part);
        int before = versions(tail);
        run.await("two more versions", () -> versions(tail) >= before + 2);
        Thread.sleep(400 + 300 * kill);
        run.cluster().killTaskManager();
        sending.get();
        part = part.next(EVENTS);
      }
      // Only a job that is back scores these.
      run.sendEvents(part);
      run.await("all events are scored", () -> scores.size() >= ALL);
      String savepoint = run.cluster().drain();

      FollowedModel model = tail.finish();
      assertThat(model.waiting()).isZero();
      assertThat(model.versions())
          .extracting(SnapshotManifest::getModelVersion)
          .isSorted()
          .hasSizeGreaterThan(2 * KILLS);
      assertThat(model.versions())
          .extracting(SnapshotManifest::getPreviousVersion)
          .as("only the first holds the whole model")
          .containsOnlyOnce(0L);
      assertThat(model.rows()).isEqualTo(saved(savepoint));
      assertThat(model.newest().getSourceOffsets().values().stream().mapToLong(v -> v).sum())
          .isEqualTo(ALL);
      assertThat(model.newest().getTotals().get("user")).isLessThan(100);
      assertThat(model.newest().getTaskWeights()).hasSize(2);
      assertThat(model.newest().getMetrics()).containsKey("click.auc");
      assertSameFromTheBeginning(run, model);
    }
  }

  @Test
  void aJobThatIsSubmittedWithASavepointPublishesTheWholeModel() throws Exception {
    SmallWorld world = SmallWorld.first(EVENTS);
    try (EndToEnd run = EndToEnd.prepare(config(), 2, folder);
        ScoreLog scores = new ScoreLog(run.bootstrapServers(), "scores");
        SnapshotTail tail = new SnapshotTail(run.bootstrapServers(), "model-snapshots")) {
      run.startJob();
      run.sendCatalog(world);
      run.sendEvents(world);
      run.await("all events are scored", () -> scores.size() >= EVENTS);
      String savepoint = run.stopJob();
      long stopped = tail.look(model -> model.newest().getModelVersion());

      run.restoreJob(savepoint);
      run.await(
          "a version of the new job",
          () -> tail.look(model -> model.newest().getModelVersion()) > stopped);
      run.sendEvents(world.next(EVENTS));
      run.await("all events are scored", () -> scores.size() >= 2 * EVENTS);
      savepoint = run.cluster().drain();

      FollowedModel model = tail.finish();
      assertThat(model.versions())
          .filteredOn(manifest -> manifest.getPreviousVersion() == 0)
          .hasSize(2);
      assertThat(model.rows()).isEqualTo(saved(savepoint));
    }
  }

  private static CompletableFuture<Void> sending(EndToEnd run, SmallWorld part) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            run.sendEvents(part, Pacing.rate(RATE));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static int versions(SnapshotTail tail) {
    return tail.look(model -> model.versions().size());
  }

  private static void assertSameFromTheBeginning(EndToEnd run, FollowedModel model)
      throws Exception {
    try (SnapshotTail again = new SnapshotTail(run.bootstrapServers(), "model-snapshots")) {
      assertThat(again.finish().rows()).isEqualTo(model.rows());
    }
  }

  private static Map<String, List<Object>> saved(String savepoint) throws Exception {
    Map<String, List<Object>> rows = new TreeMap<>();
    Function<float[], ByteBuffer> bytes =
        values -> {
          ByteBuffer buffer =
              ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
          for (float value : values) {
            buffer.putFloat(value);
          }
          return ByteBuffer.wrap(buffer.array());
        };
    for (SavedRow row : SavedRow.all(savepoint)) {
      rows.put(
          row.table().label() + ":" + row.id(),
          List.of(row.row().count(), row.row().lastSeen(), bytes.apply(row.row().values())));
    }
    return rows;
  }

  private static RivuletConfig config() {
    return RivuletConfig.parse("snapshots.yaml", CONFIG, name -> null);
  }
}
