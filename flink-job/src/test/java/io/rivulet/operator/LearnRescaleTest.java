package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.fixture.SmallModel.INTERVAL;
import static io.rivulet.operator.LearnTask.MAX_PARALLELISM;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The learn operator's state at another parallelism. */
class LearnRescaleTest {
  private static final int USERS = 12;

  private final Map<String, Row> rows = new LinkedHashMap<>();

  @Test
  void oneLearnerBecomesTwo() throws Exception {
    OperatorSubtaskState state = learn(null, 1, 0);

    for (int subtask = 0; subtask < 2; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, 1, 2, subtask);
      try (LearnTask task = new LearnTask(SmallModel.settings(1), 2, subtask, share)) {
        assertHoldsRows(task, 2, subtask);
      }
    }
    assertThat(rows).hasSize(USERS);
  }

  @Test
  void twoLearnersBecomeOne() throws Exception {
    OperatorSubtaskState state =
        AbstractStreamOperatorTestHarness.repackageState(learn(null, 2, 0), learn(null, 2, 1));
    OperatorSubtaskState share =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, 2, 1, 0);

    try (LearnTask task = new LearnTask(SmallModel.settings(1), 1, 0, share)) {
      assertHoldsRows(task, 1, 0);
    }
    assertThat(rows).hasSize(USERS);
  }

  @Test
  void aNewLearnerBeginsWithTheNewestDenseValueAndTheNewestRound() throws Exception {
    ParameterValue older = dense(100, 0.5f);
    ParameterValue newer = dense(200, -0.5f);
    OperatorSubtaskState state =
        AbstractStreamOperatorTestHarness.repackageState(learn(newer, 2, 0), learn(older, 2, 1));
    AttachedEvent event = attached(9, "new", "new", 5);

    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, 2, 3, subtask);
      try (LearnTask task = new LearnTask(SmallModel.settings(1), 3, subtask, share);
          BareLearner bare = new BareLearner(newer.row().unpacked().values())) {
        task.pass(INTERVAL);
        assertThat(task.out().watermarks().get(0)).isGreaterThan(LearnTask.START + INTERVAL);
        if (subtask == subtaskOf("new", 3)) {
          task.add(event);
          assertThat(task.scores().get(0).prediction()).containsExactly(bare.predict(event));
        }
      }
    }
  }

  /** Learns one event of each user of the subtask, unless a dense value is given instead. */
  private OperatorSubtaskState learn(ParameterValue dense, int parallelism, int subtask)
      throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1), parallelism, subtask, null)) {
      task.pass(INTERVAL);
      if (dense != null) {
        task.receive(dense);
        return task.harness().checkpoint();
      }
      for (int i = 0; i < USERS; i++) {
        if (subtaskOf("user-" + i, parallelism) == subtask) {
          task.add(attached(i, "user-" + i, "item", 5));
        }
      }
      OperatorSubtaskState state = task.harness().checkpoint();
      for (int i = 0; i < USERS; i++) {
        if (subtaskOf("user-" + i, parallelism) == subtask) {
          rows.put("user-" + i, task.stored("user-" + i));
        }
      }
      return state;
    }
  }

  private void assertHoldsRows(LearnTask task, int parallelism, int subtask) throws Exception {
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      if (subtaskOf(row.getKey(), parallelism) == subtask) {
        assertSame(task.stored(row.getKey()), row.getValue());
        assertThat(row.getValue().count()).isEqualTo(1);
      }
    }
  }

  static int subtaskOf(String user, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(user, MAX_PARALLELISM, parallelism);
  }

  private static ParameterValue dense(long round, float added) {
    float[] values = Layouts.dense(SmallModel.SPEC).initial(Table.DENSE.label(), SmallModel.ARM);
    for (int i = 0; i < values.length; i++) {
      values[i] += added;
    }
    return ParameterValue.of(Table.DENSE, SmallModel.ARM, round, new Row(1, 1, values));
  }
}
