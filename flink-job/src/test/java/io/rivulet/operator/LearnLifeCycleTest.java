package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.snapshot.Encoding;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The learner's user rows come and go. */
class LearnLifeCycleTest {
  private static final int USERS = 400;

  /** One row for each key group. */
  private static final RowLimits LIMITS =
      new RowLimits(2, 128_000, 1_000_000, LearnTask.MAX_PARALLELISM);

  private static final LearnSettings PUBLISHING =
      SmallModel.publishing(
          LIMITS, new SnapshotSettings(true, "snapshots", Encoding.FP32, true, 1_000, "", 0));

  @Test
  void aUserIsKeptFromTheNthExampleOn() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.limited(LIMITS))) {
      task.add(attached(0, "a", "x", 5));
      task.harness().restart();
      assertThat(task.stored("a")).isNull();

      task.add(attached(1, "a", "x", 5));
      task.add(attached(2, "a", "x", 5));
      task.harness().restart();

      assertThat(task.stored("a").count()).isEqualTo(2);
    }
  }

  @Test
  void aDroppedUserIsSaidAndIsGone() throws Exception {
    try (LearnTask task = new LearnTask(PUBLISHING)) {
      learnAll(task, false);
      List<ChangedRow> dropped =
          task.out().of(ChangedRow.class).stream().filter(row -> row.row() == null).toList();

      assertThat(dropped).hasSizeGreaterThan(USERS / 2);
      assertThat(dropped).allMatch(row -> row.table() == Table.USER);
      for (ChangedRow user : dropped) {
        assertThat(task.stored(user.id())).isNull();
      }
      assertThat(task.stored()).hasSize(USERS - dropped.size());
    }
  }

  @Test
  void restoringAgainAndAgainChangesNothing() throws Exception {
    try (LearnTask undisturbed = new LearnTask(SmallModel.limited(LIMITS));
        LearnTask restored = new LearnTask(SmallModel.limited(LIMITS))) {
      learnAll(undisturbed, false);
      learnAll(restored, true);

      assertSame(
          new ArrayList<>(restored.stored().values()),
          new ArrayList<>(undisturbed.stored().values()));
      assertThat(restored.scores()).hasSize(2 * USERS);
    }
  }

  @Test
  void theLifeCycleGoesOnWithTwoLearners() throws Exception {
    OperatorSubtaskState state;
    try (LearnTask one = new LearnTask(SmallModel.limited(LIMITS))) {
      learnAll(one, false);
      state = one.harness().checkpoint();
    }
    List<String> kept = new ArrayList<>();
    List<String> handedOver = new ArrayList<>();
    for (int subtask = 0; subtask < 2; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, LearnTask.MAX_PARALLELISM, 1, 2, subtask);
      try (LearnTask task = new LearnTask(PUBLISHING, 2, subtask, share)) {
        for (int i = 0; i < 2 * USERS; i++) {
          String user = "new-" + i / 2;
          if (LearnRescaleTest.subtaskOf(user, 2) == subtask) {
            task.add(attached(2 * USERS + i, user, "item", 5));
          }
        }
        task.harness().checkpoint();
        kept.addAll(task.stored().keySet());
        handedOver.addAll(task.out().of(ChangedRow.class).stream().map(ChangedRow::id).toList());
      }
    }

    assertThat(kept).hasSize(LearnTask.MAX_PARALLELISM);
    assertThat(handedOver).containsExactlyInAnyOrderElementsOf(kept);
  }

  /** Two examples of each of many users, one after the other. */
  private static void learnAll(LearnTask task, boolean restarting) throws Exception {
    for (int i = 0; i < 2 * USERS; i++) {
      task.add(attached(i, "user-" + i / 2, "item-" + i, 5));
      if (i % 37 == 0) {
        if (restarting) {
          task.harness().restart();
        } else {
          task.harness().checkpoint();
        }
      }
    }
    task.harness().checkpoint();
  }
}
