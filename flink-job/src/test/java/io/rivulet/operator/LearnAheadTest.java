package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.SmallModel.BUFFER;
import static io.rivulet.fixture.SmallModel.INTERVAL;
import static io.rivulet.operator.LearnTask.MAX_PARALLELISM;
import static io.rivulet.operator.LearnTask.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;

/** How far one of several learners goes ahead of the shared values that have come back to it. */
class LearnAheadTest {
  private static final int AHEAD = 2;

  /** A user whose events go to the first of two learners. */
  private static final String USER =
      IntStream.range(0, 100)
          .mapToObj(i -> "user-" + i)
          .filter(
              user ->
                  KeyGroupRangeAssignment.assignKeyToParallelOperator(user, MAX_PARALLELISM, 2)
                      == 0)
          .findFirst()
          .orElseThrow();

  @Test
  void furtherEventsWaitUntilTheWorkHasComeBack() throws Exception {
    try (LearnTask task = oneOfTwo()) {
      add(task, AHEAD + 1);
      task.pass(2 * INTERVAL);
      assertThat(task.scored()).containsExactly("event-0", "event-1");

      task.receive(dense(START));
      assertThat(task.scores()).as("the value does not hold them").hasSize(AHEAD);

      task.receive(dense(START + INTERVAL));
      assertThat(task.scores()).hasSize(AHEAD + 1);
    }
  }

  @Test
  void aFullBufferGoesAheadAllTheSame() throws Exception {
    try (LearnTask task = oneOfTwo()) {
      int full = AHEAD + BUFFER;
      add(task, full - 1);
      assertThat(task.scores()).hasSize(AHEAD);

      task.add(attached(full, USER, "item", 5));
      assertThat(task.scores()).hasSize(AHEAD + 1);
    }
  }

  /** It may wait for long, and would else be learned on what its item was when it came. */
  @Test
  void anEventThatWaitsSeesTheItemThatALaterOneBrings() throws Exception {
    float[] values = Layouts.rows(SmallModel.SPEC).initial(Table.ITEM.label(), "item");
    assertThat(predictionOfWaiting(values)).isEqualTo(predictionOfWaiting(values.clone()));
    float[] newer = values.clone();
    Arrays.fill(newer, 1);

    assertThat(predictionOfWaiting(newer)).isNotEqualTo(predictionOfWaiting(values));
  }

  private static float[] predictionOfWaiting(float[] itemOfALaterOne) throws Exception {
    try (LearnTask task = oneOfTwo()) {
      add(task, AHEAD + 1);
      task.add(attached(9, USER, "item", 5, START + INTERVAL, new Row(1, 1, itemOfALaterOne)));
      task.pass(2 * INTERVAL);
      assertThat(task.scores()).hasSize(AHEAD);

      task.receive(dense(START + INTERVAL));

      return task.scores().get(AHEAD).prediction();
    }
  }

  @Test
  void aCheckpointWaitsForNothing() throws Exception {
    try (LearnTask task = oneOfTwo()) {
      add(task, AHEAD + 2);
      task.harness().checkpoint();

      assertThat(task.scores()).hasSize(AHEAD + 2);
    }
  }

  @Test
  void aLearnerAloneNeverWaits() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1, AHEAD))) {
      add(task, 20);

      assertThat(task.scores()).hasSize(20);
    }
  }

  private static LearnTask oneOfTwo() throws Exception {
    return new LearnTask(SmallModel.settings(1, AHEAD), 2, 0, null);
  }

  private static void add(LearnTask task, int events) throws Exception {
    for (int i = 0; i < events; i++) {
      task.add(attached(i, USER, "item", 5));
    }
  }

  private static ParameterValue dense(long round) {
    float[] values = Layouts.dense(SmallModel.SPEC).initial(Table.DENSE.label(), SmallModel.ARM);
    return ParameterValue.of(Table.DENSE, SmallModel.ARM, round, new Row(1, 1, values));
  }
}
