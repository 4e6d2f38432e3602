package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.snapshot.Encoding;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the learner and the owners hand over for a version of the model. */
class SnapshotPartsTest {
  private static final ParameterLayout ROWS = Layouts.rows(SmallModel.SPEC);
  private static final int USERS = 9;

  @Test
  void aLearnerHandsOverTheUsersThatChangedSinceTheLastBarrier() throws Exception {
    try (LearnTask task = new LearnTask(publishing(RowLimits.NONE))) {
      // More than its memory holds: some are read back.
      for (int i = 0; i < USERS; i++) {
        task.add(attached(i, "user-" + i, "item", 5));
      }
      task.harness().checkpoint();
      assertStored(task, changed(task.out()), USERS);
      TaskReport report = report(task.out());
      assertThat(report.rows()).isEqualTo(USERS);
      assertThat(report.offsets()).isEqualTo(Map.of("user-events-0", (long) USERS));
      assertThat(report.taskWeights()).hasSize(2).allMatch(weight -> weight > 0);

      task.out().clear();
      task.add(attached(USERS, "user-3", "item", 1));
      task.add(attached(USERS + 1, "new", "item", 1));
      task.harness().checkpoint();

      assertThat(changed(task.out())).containsOnlyKeys("user-3", "new");
      assertStored(task, changed(task.out()), 2);
    }
  }

  @Test
  void aDroppedUserIsHandedOverWithoutNumbers() throws Exception {
    try (LearnTask task = new LearnTask(publishing(new RowLimits(1, 1, 0, 128)))) {
      task.add(attached(0, "user-0", "item", 5));
      task.harness().checkpoint();
      task.out().clear();
      for (int i = 1; i < 1_000; i++) {
        task.add(attached(i, "user-" + i, "item", 5));
      }
      task.harness().checkpoint();

      Map<String, Row> changed = newest(task.out());
      long live = changed.values().stream().filter(row -> row != null).count();
      assertThat(changed).containsEntry("user-0", null);
      assertThat(changed).hasSize(1_000);
      assertThat(report(task.out()).rows()).isEqualTo(live).isLessThan(200);
    }
  }

  /** Nothing before the first version counts: it need not say what there is not. */
  @Test
  void theFirstVersionHoldsTheRowsThereAreAndNoMore() throws Exception {
    try (LearnTask task = new LearnTask(publishing(new RowLimits(1, 1, 0, 128)))) {
      for (int i = 0; i < 1_000; i++) {
        task.add(attached(i, "user-" + i, "item", 5));
      }
      task.harness().checkpoint();

      Map<String, Row> changed = changed(task.out());
      assertThat(changed).doesNotContainValue(null).hasSizeBetween(1, 128);
      assertThat(report(task.out()).rows()).isEqualTo(changed.size());
    }
  }

  /** Flink's harness makes another job of every start. */
  @Test
  void aJobThatWasSubmittedAnewHandsOverTheWholeTable() throws Exception {
    try (LearnTask task = new LearnTask(publishing(RowLimits.NONE))) {
      for (int i = 0; i < USERS; i++) {
        task.add(attached(i, "user-" + i, "item", 5));
      }
      task.harness().restart();
      task.out().clear();
      task.harness().checkpoint();

      assertStored(task, changed(task.out()), USERS);
    }
  }

  @Test
  void atTheEndOfTheInputTheRestIsHandedOverOnce() throws Exception {
    try (LearnTask task = new LearnTask(publishing(RowLimits.NONE));
        var owner = owner(RowLimits.NONE)) {
      task.add(attached(0, "user", "item", 5));
      task.end();
      assertThat(changed(task.out())).containsOnlyKeys("user");
      work(owner, "item", 100, 1);
      owner.flink().processWatermark(Watermark.MAX_WATERMARK);
      owner.flink().endInput();
      assertThat(changed(owner.out())).containsOnlyKeys("item");

      task.out().clear();
      owner.out().clear();
      task.harness().checkpoint();
      owner.checkpoint();
      assertThat(task.out().of(SnapshotPart.class)).isEmpty();
      assertThat(owner.out().of(SnapshotPart.class)).isEmpty();
    }
  }

  @Test
  void withoutSnapshotsNothingIsHandedOver() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(attached(0, "user", "item", 5));
      task.harness().checkpoint();

      assertThat(task.out().of(SnapshotPart.class)).isEmpty();
    }
  }

  @Test
  void anOwnerHandsOverWhatIsMergedAndWhatWaits() throws Exception {
    try (var owner = owner(RowLimits.NONE)) {
      work(owner, "merged", 100, 1);
      work(owner, "both", 100, 2);
      owner.flink().processWatermark(new Watermark(100));
      work(owner, "both", 300, 4);
      work(owner, "both", 200, 8);
      work(owner, "waits", 200, 16);
      owner.checkpoint();

      Map<String, Row> changed = changed(owner.out());
      assertThat(changed).containsOnlyKeys("merged", "both", "waits");
      assertRow(changed, "merged", 1, 1);
      assertRow(changed, "both", 3, 14);
      assertRow(changed, "waits", 1, 16);
      assertThat(report(owner.out()).rows()).isEqualTo(3);

      // Nothing was merged by looking.
      owner.out().clear();
      owner.flink().processWatermark(new Watermark(200));
      assertThat(owner.out().of(ParameterValue.class))
          .extracting(ParameterValue::id)
          .containsExactlyInAnyOrder("both", "waits");
      owner.flink().processWatermark(new Watermark(300));
      owner.out().clear();
      owner.checkpoint();
      assertThat(changed(owner.out())).containsOnlyKeys("both", "waits");
      assertRow(changed(owner.out()), "both", 3, 14);
    }
  }

  @Test
  void aRestoredOwnerGoesOnWithWhatWaited() throws Exception {
    try (var owner = owner(RowLimits.NONE)) {
      work(owner, "merged", 100, 1);
      owner.flink().processWatermark(new Watermark(100));
      work(owner, "waits", 200, 16);
      owner.restart();
      owner.out().clear();
      owner.checkpoint();

      assertThat(changed(owner.out())).containsOnlyKeys("waits");
      assertRow(changed(owner.out()), "waits", 1, 16);
      assertThat(report(owner.out()).rows()).isEqualTo(2);
    }
  }

  @Test
  void aDroppedItemIsHandedOverWithoutNumbers() throws Exception {
    try (var owner = owner(new RowLimits(1, 1, 0, 2))) {
      for (int i = 0; i < 5; i++) {
        work(owner, "item-" + i, 100 + i, 1);
        owner.flink().processWatermark(new Watermark(100 + i));
        if (i == 0) {
          owner.checkpoint();
          owner.out().clear();
        }
      }
      owner.checkpoint();

      Map<String, Row> changed = changed(owner.out());
      assertThat(changed).hasSize(5);
      assertThat(changed.get("item-0")).isNull();
      assertThat(changed.get("item-4")).isNotNull();
      assertThat(report(owner.out()).rows())
          .isEqualTo(changed.values().stream().filter(row -> row != null).count());
    }
  }

  private static void assertStored(LearnTask task, Map<String, Row> handed, int users)
      throws Exception {
    assertThat(handed).hasSize(users);
    for (Map.Entry<String, Row> row : handed.entrySet()) {
      assertSame(row.getValue(), task.stored(row.getKey()));
    }
  }

  private static void assertRow(Map<String, Row> rows, String id, long count, float added) {
    float[] expected = ROWS.initial(Table.ITEM.label(), id);
    expected[0] += added;
    assertThat(rows.get(id).count()).isEqualTo(count);
    assertThat(rows.get(id).values()[0]).isCloseTo(expected[0], tolerance());
    assertThat(rows.get(id).values()[1]).isEqualTo(expected[1]);
  }

  private static Offset<Float> tolerance() {
    return within(1e-5f);
  }

  /** The changed rows, each once. */
  private static Map<String, Row> changed(Recorder<?> out) {
    Map<String, Row> rows = newest(out);
    assertThat(out.of(ChangedRow.class)).as("once").hasSameSizeAs(rows.keySet());
    return rows;
  }

  /** The newest of each changed row. */
  private static Map<String, Row> newest(Recorder<?> out) {
    Map<String, Row> rows = new TreeMap<>();
    for (ChangedRow row : out.of(ChangedRow.class)) {
      rows.put(row.id(), row.row());
    }
    return rows;
  }

  private static TaskReport report(Recorder<?> out) {
    List<TaskReport> reports = out.of(TaskReport.class);
    assertThat(reports).hasSize(1);
    List<SnapshotPart> parts = out.of(SnapshotPart.class);
    assertThat(parts.get(parts.size() - 1)).as("behind the rows").isSameAs(reports.get(0));
    return reports.get(0);
  }

  private static void work(
      OperatorHarness<
              ParameterValue,
              KeyedOneInputStreamOperatorTestHarness<String, ParameterDelta, ParameterValue>>
          owner,
      String id,
      long round,
      float change)
      throws Exception {
    float[] numbers = new float[ROWS.length()];
    numbers[0] = change;
    owner
        .flink()
        .processElement(new ParameterDelta(Table.ITEM, id, round, new Row(1, round, numbers)), 0);
  }

  private static LearnSettings publishing(RowLimits limits) {
    return SmallModel.publishing(
        limits, new SnapshotSettings(true, "snapshots", Encoding.FP32, true, 1_000, "", 0));
  }

  private static OperatorHarness<
          ParameterValue,
          KeyedOneInputStreamOperatorTestHarness<String, ParameterDelta, ParameterValue>>
      owner(RowLimits limits) throws Exception {
    return OperatorHarness.open(
        () ->
            new KeyedOneInputStreamOperatorTestHarness<>(
                new Owner(Table.ITEM, publishing(limits)),
                ParameterDelta::id,
                Types.STRING,
                new MockEnvironmentBuilder().setJobID(new JobID(1, 1)).build()),
        StreamTypes.PARAMETER_VALUE.serializer(),
        0);
  }
}
