package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Score;
import io.rivulet.domain.UserBound;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.layout.Hashing;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Learners once kept a state for each recent event: their checkpoints are still understood. */
class SingleEventsTest {
  @Test
  void anEventThatSuchACheckpointRemembersIsRepeated() throws Exception {
    try (LearnTask task =
        new LearnTask(
            SmallModel.settings(),
            1,
            0,
            checkpoint(attached(0, "a", "i", 5), attached(1, "b", "i", 5)))) {
      task.harness().restart();
      task.add(attached(0, "a", "i", 5));
      task.add(attached(1, "b", "i", 5));
      task.add(attached(2, "a", "i", 5));
      task.harness().checkpoint();

      assertThat(task.scored()).containsExactly("event-2");
    }
  }

  private static OperatorSubtaskState checkpoint(AttachedEvent... events) throws Exception {
    try (OperatorHarness<
            Score, KeyedTwoInputStreamOperatorTestHarness<String, UserBound, ParameterValue, Score>>
        harness =
            OperatorHarness.open(
                () ->
                    new KeyedTwoInputStreamOperatorTestHarness<>(
                        new Remembering(),
                        UserBound::userId,
                        null,
                        Types.STRING,
                        LearnTask.MAX_PARALLELISM,
                        1,
                        0),
                StreamTypes.SCORE.serializer(),
                LearnTask.START)) {
      for (AttachedEvent event : events) {
        harness.flink().processElement1(event, 0);
      }
      return harness.checkpoint();
    }
  }

  private static final class Remembering extends AbstractStreamOperator<Score>
      implements TwoInputStreamOperator<UserBound, ParameterValue, Score> {
    private static final long serialVersionUID = 1L;

    private transient MapState<Long, Boolean> seen;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
      super.initializeState(context);
      seen =
          context
              .getKeyedStateStore()
              .getMapState(KeyedEvents.singleEvents(SmallModel.DUPLICATE_WINDOW));
    }

    @Override
    public void processElement1(StreamRecord<UserBound> record) throws Exception {
      AttachedEvent event = (AttachedEvent) record.getValue();
      seen.put(Hashing.combine(0, event.eventId()), true);
    }

    @Override
    public void processElement2(StreamRecord<ParameterValue> record) {}
  }
}
