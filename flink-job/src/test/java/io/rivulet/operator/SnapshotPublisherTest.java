package io.rivulet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.SnapshotPart.Measured;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.layout.Role;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import io.rivulet.snapshot.Checksum;
import io.rivulet.snapshot.Encoding;
import io.rivulet.snapshot.SnapshotEntry;
import io.rivulet.snapshot.SnapshotKey;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;

class SnapshotPublisherTest {
  /** Of a vector that is long enough to be written in bytes. */
  private static final LearnerSpec SPEC = SmallModel.LARGER;

  @Test
  void aVersionIsItsRowsAndThenItsManifest() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      publisher.add(row(Table.USER, "u", 1), row(Table.ITEM, "i", 2));
      publisher.add(row(Table.DENSE, SmallModel.ARM, 3), row(Table.USER, "u", 4));
      publisher.report(1, Map.of("user-events-0", 7L));
      publisher.checkpoint();

      List<SnapshotEntry> entries = publisher.entries();
      SnapshotManifest manifest = manifest(entries);
      assertThat(keys(entries))
          .startsWith("base:small", "user:u", "item:i", "dense:small", "dense#1:small")
          .endsWith("version:small:1", "manifest:small")
          .doesNotHaveDuplicates();
      assertThat(first(entries, "user:u")).as("the newest").isEqualTo(4);
      assertThat(manifest.getModelVersion()).isEqualTo(1);
      assertThat(manifest.getPreviousVersion()).isZero();
      assertThat(manifest.getSourceOffsets()).isEqualTo(Map.of("user-events-0", 7L));
      assertThat(manifest.getTaskWeights()).containsExactly(0.5f, 0.5f);
      assertThat(manifest.getTotals()).isEqualTo(Map.of("user", 1L));
      assertThat(manifest.getScoreError()).isEmpty();
      assertFits(entries, manifest);
    }
  }

  /** A checkpoint that is aborted when one of two tasks has reported is not counted. */
  @Test
  void aTaskThatReportsAgainCountsOnce() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      publisher.add(row(Table.USER, "u", 1), row(Table.USER, "v", 1), row(Table.USER, "w", 1));
      publisher.report(1, Map.of());
      publisher.report(1, Map.of());
      publisher.add(new TaskReport(Table.USER, 1, 2, Map.of(), List.of()));
      publisher.checkpoint();

      assertThat(manifest(publisher.entries()).getTotals()).isEqualTo(Map.of("user", 3L));
    }
  }

  @Test
  void theNextVersionBuildsOnItThoughTheOperatorWasRestored() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      publisher.add(row(Table.USER, "u", 1), row(Table.ITEM, "i", 2));
      publisher.report(1, Map.of("user-events-0", 7L, "user-events-1", 3L));
      publisher.restart();
      publisher.forget();
      publisher.add(new ChangedRow(Table.ITEM, "i", null));
      publisher.report(1, Map.of("user-events-0", 9L));
      publisher.checkpoint();

      List<SnapshotEntry> entries = publisher.entries();
      SnapshotManifest manifest = manifest(entries);
      assertThat(keys(entries)).containsExactly("item:i", "version:small:2", "manifest:small");
      assertThat(entries.get(0).value()).isNull();
      assertThat(manifest.getPreviousVersion()).isEqualTo(1);
      assertThat(manifest.getSourceOffsets())
          .isEqualTo(Map.of("user-events-0", 9L, "user-events-1", 3L));
      assertFits(entries, manifest);
    }
  }

  @Test
  void rowsOfAVersionThatIsHeldBackGoOutWithTheNext() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      publisher.add(row(Table.USER, "u", 1), measured(0.8));
      publisher.checkpoint();
      publisher.forget();
      publisher.add(row(Table.USER, "u", 2), row(Table.ITEM, "i", 2), measured(0.7));
      publisher.restart();
      assertThat(publisher.entries()).as("held back").isEmpty();

      publisher.add(row(Table.USER, "u", 3), row(Table.USER, "v", 3), measured(0.76));
      publisher.restart();

      List<SnapshotEntry> entries = publisher.entries();
      assertThat(keys(entries))
          .containsExactlyInAnyOrder(
              "user:u", "user:v", "item:i", "version:small:3", "manifest:small");
      assertThat(first(entries, "user:u")).isEqualTo(3);
      assertThat(first(entries, "item:i")).isEqualTo(2);
      assertThat(manifest(entries).getPreviousVersion()).isEqualTo(1);
      assertFits(entries, manifest(entries));
      publisher.forget();
      publisher.checkpoint();
      assertThat(keys(publisher.entries()))
          .as("nothing is left")
          .containsExactly("version:small:4", "manifest:small");
    }
  }

  @Test
  void aRowThatIsNotFiniteHoldsTheVersionBack() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      publisher.add(row(Table.USER, "u", Float.NaN), row(Table.USER, "v", 1));
      publisher.restart();
      assertThat(publisher.entries()).isEmpty();
      publisher.add(new ChangedRow(Table.USER, "u", null));
      publisher.checkpoint();

      List<SnapshotEntry> entries = publisher.entries();
      assertThat(keys(entries)).contains("base:small", "user:u", "user:v");
      assertThat(manifest(entries).getPreviousVersion()).isZero();
    }
  }

  @Test
  void whatTheEncodingCostsIsInTheManifest() throws Exception {
    try (var exact = new PublisherTask(SPEC, Encoding.FP16);
        var coarse = new PublisherTask(SPEC, Encoding.INT8)) {
      for (var publisher : List.of(exact, coarse)) {
        for (int i = 0; i < 50; i++) {
          publisher.add(initial(Table.USER, "u" + i), initial(Table.ITEM, "i" + i));
        }
        publisher.add(trained());
        publisher.checkpoint();
      }

      Map<String, Double> half = manifest(exact.entries()).getScoreError();
      Map<String, Double> bytes = manifest(coarse.entries()).getScoreError();
      assertThat(half.get("pairs")).isEqualTo(50);
      assertThat(half.get("max")).isBetween(half.get("mean"), 0.001);
      assertThat(bytes.get("max")).isPositive().isGreaterThan(half.get("max")).isLessThan(0.02);
    }
  }

  /** Behind the end of its input the sink takes nothing. */
  @Test
  void theLastVersionIsPublishedAtTheEndOfTheInput() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      publisher.checkpoint();
      publisher.forget();
      publisher.add(row(Table.USER, "u", 1));
      publisher.end();

      List<SnapshotEntry> entries = publisher.entries();
      assertThat(keys(entries)).containsExactly("user:u", "version:small:2", "manifest:small");
      publisher.forget();
      publisher.checkpoint();
      assertThat(publisher.entries()).isEmpty();
    }
  }

  @Test
  void oldVersionsAreStruckOutOfTheList() throws Exception {
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32)) {
      for (int i = 0; i < OpenVersion.LISTED + 2; i++) {
        publisher.checkpoint();
      }

      assertThat(publisher.entries())
          .filteredOn(entry -> entry.value() == null)
          .extracting(entry -> SnapshotKey.parse(entry.key()).toString())
          .containsExactly("version:small:1", "version:small:2");
    }
  }

  @Test
  void aJobThatWasSubmittedAnewBeginsWithTheWholeModel() throws Exception {
    JobID[] job = {new JobID(1, 1)};
    try (var publisher = new PublisherTask(SPEC, Encoding.FP32, () -> job[0])) {
      publisher.add(row(Table.USER, "u", 1), measured(0.8));
      publisher.checkpoint();
      publisher.add(row(Table.USER, "held", 1), measured(0.1));
      job[0] = new JobID(1, 2);
      publisher.restart();
      publisher.forget();
      publisher.add(row(Table.USER, "u", 1));
      publisher.checkpoint();

      List<SnapshotEntry> entries = publisher.entries();
      assertThat(keys(entries))
          .containsExactly("base:small", "user:u", "version:small:3", "manifest:small");
      assertThat(manifest(entries).getPreviousVersion()).isZero();
    }
  }

  /** Number of records and checksum, as a reader finds them. */
  private static void assertFits(List<SnapshotEntry> entries, SnapshotManifest manifest) {
    Checksum checksum = new Checksum();
    long rows = 0;
    for (SnapshotEntry entry : entries) {
      if (SnapshotKey.parse(entry.key()).isRow()) {
        checksum.add(entry.key(), entry.value());
        rows++;
      }
    }
    assertThat(manifest.getChecksum()).isEqualTo(checksum.value());
    assertThat(manifest.getRecords().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(rows);
  }

  private static SnapshotManifest manifest(List<SnapshotEntry> entries) throws CodecException {
    SnapshotEntry last = entries.get(entries.size() - 1);
    return AvroCodec.of(SnapshotManifest.class).decode(last.value());
  }

  /** The first number of a row. */
  private static float first(List<SnapshotEntry> entries, String key) throws CodecException {
    for (SnapshotEntry entry : entries) {
      if (SnapshotKey.parse(entry.key()).toString().equals(key)) {
        SnapshotRecord record = AvroCodec.of(SnapshotRecord.class).decode(entry.value());
        return record.getValues().duplicate().order(ByteOrder.LITTLE_ENDIAN).getFloat();
      }
    }
    throw new AssertionError("no record " + key);
  }

  private static List<String> keys(List<SnapshotEntry> entries) {
    List<String> keys = new ArrayList<>();
    entries.forEach(entry -> keys.add(SnapshotKey.parse(entry.key()).toString()));
    return keys;
  }

  private static SnapshotPart row(Table table, String id, float first) {
    int length = table == Table.DENSE ? Layouts.dense(SPEC).length() : Layouts.rows(SPEC).length();
    float[] values = new float[length];
    values[0] = first;
    return new ChangedRow(table, id, new Row(1, 1, values));
  }

  private static SnapshotPart initial(Table table, String id) {
    float[] values = Layouts.rows(SPEC).initial(table.label(), id);
    for (int i = 0; i < values.length; i++) {
      values[i] *= 10;
    }
    return new ChangedRow(table, id, new Row(1, 1, values));
  }

  /** Dense parameters that predict something else for each pair. */
  private static SnapshotPart trained() {
    ParameterLayout layout = Layouts.dense(SPEC);
    float[] values = layout.initial(Table.DENSE.label(), SmallModel.ARM);
    SplittableRandom random = new SplittableRandom(1);
    int at = 0;
    for (Segment segment : layout.segments()) {
      for (int i = at; i < at + segment.length() && segment.role() == Role.WEIGHT; i++) {
        values[i] = (float) random.nextDouble(-0.5, 0.5);
      }
      at += segment.length();
    }
    return new ChangedRow(Table.DENSE, SmallModel.ARM, new Row(1, 1, values));
  }

  private static SnapshotPart measured(double auc) {
    return new Measured(Map.of(PublisherTask.METRIC, auc));
  }
}
