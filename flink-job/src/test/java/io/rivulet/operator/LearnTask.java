package io.rivulet.operator;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Score;
import io.rivulet.domain.UserBound;
import java.util.List;
import java.util.NavigableMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** A learn operator whose clock stands at {@link #START}, the beginning of a round, when opened. */
final class LearnTask implements AutoCloseable {
  static final long START = 1_700_000_000_000L;
  static final int MAX_PARALLELISM = 128;

  private final OperatorHarness<
          Score, KeyedTwoInputStreamOperatorTestHarness<String, UserBound, ParameterValue, Score>>
      harness;

  /** A learner alone and without state. */
  LearnTask(LearnSettings settings) throws Exception {
    this(settings, 1, 0, null);
  }

  /** One of several learners, with its share of a checkpoint; null for none. */
  LearnTask(LearnSettings settings, int parallelism, int subtask, OperatorSubtaskState state)
      throws Exception {
    // The second input is not keyed.
    harness =
        OperatorHarness.restore(
            () ->
                new KeyedTwoInputStreamOperatorTestHarness<>(
                    new LearnOperator(settings),
                    UserBound::userId,
                    null,
                    Types.STRING,
                    MAX_PARALLELISM,
                    parallelism,
                    subtask),
            StreamTypes.SCORE.serializer(),
            START,
            state);
  }

  OperatorHarness<
          Score, KeyedTwoInputStreamOperatorTestHarness<String, UserBound, ParameterValue, Score>>
      harness() {
    return harness;
  }

  Recorder<Score> out() {
    return harness.out();
  }

  List<Score> scores() {
    return out().of(Score.class);
  }

  List<String> scored() {
    return scores().stream().map(Score::eventId).toList();
  }

  void add(UserBound event) throws Exception {
    harness.flink().processElement1(event, 0);
  }

  void receive(ParameterValue value) throws Exception {
    harness.flink().processElement2(value, 0);
  }

  /** Lets time pass, millisecond by millisecond. */
  void pass(long millis) throws Exception {
    for (long i = 0; i < millis; i++) {
      jump(1);
    }
  }

  /** Lets time pass at once: what is due in between happens late. */
  void jump(long millis) throws Exception {
    harness.flink().setProcessingTime(harness.flink().getProcessingTime() + millis);
  }

  void end() throws Exception {
    harness.flink().endInput1();
    harness.flink().endInput2();
  }

  /** A user's row as the last checkpoint has it, null if there is none. */
  Row stored(String user) throws Exception {
    return stored().get(user);
  }

  /** All user rows as the last checkpoint has them, by id. */
  NavigableMap<String, Row> stored() throws Exception {
    return StoredRows.of(
        (AbstractStreamOperator<?>) harness.flink().getOperator(), LearnOperator.USER_ROWS);
  }

  @Override
  public void close() {
    harness.close();
  }
}
