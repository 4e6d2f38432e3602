package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Events.rating;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.EncodedEvent;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemBound;
import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** That a user's events are encoded, and learned in their order whatever overtakes what. */
class EncodeEventTest {
  @Test
  void numbersEachUsersEventsFromBarrierToBarrier() throws Exception {
    try (OperatorHarness<ItemBound, OneInputStreamOperatorTestHarness<Event, ItemBound>> sequence =
        open()) {
      for (String user : List.of("a", "b", "a")) {
        sequence.flink().processElement(rating(0, user, "x", 5), 0);
      }
      sequence.checkpoint();
      sequence.flink().processElement(rating(0, "a", "x", 5), 0);
      sequence.restart();
      sequence.flink().processElement(rating(0, "a", "x", 5), 0);

      assertThat(sequence.out().of(EncodedEvent.class))
          .extracting(EncodedEvent::turn)
          .containsExactly(1, 1, 2, 1, 1);
    }
  }

  @Test
  void encodesWhatTheEventGivesWithoutItsItem() throws Exception {
    try (OperatorHarness<ItemBound, OneInputStreamOperatorTestHarness<Event, ItemBound>> encode =
        open()) {
      Event event = rating(1, "user", "a", 5);
      encode.flink().processElement(event, 0);

      EncodedEvent encoded = encode.out().of(EncodedEvent.class).get(0);
      assertSame(encoded, Events.encoded(event, 1));
      assertThat(encoded.features().numbers()).containsExactly((float) Events.DWELL);
      assertThat(encoded.features().categories()[0]).as("the item's genre").isZero();
      assertThat(encoded.features().categories()[1]).as("the device").isPositive();
      assertThat(encoded.labels()).containsExactly(1, 5);
    }
  }

  private static OperatorHarness<ItemBound, OneInputStreamOperatorTestHarness<Event, ItemBound>>
      open() throws Exception {
    return OperatorHarness.open(
        () ->
            new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new EncodeEvent(SmallModel.SPEC))),
        StreamTypes.ITEM_BOUND.serializer(),
        0);
  }

  @Test
  void anEventThatOvertookWaitsForItsTurn() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      task.add(event(2));
      task.pass(2 * SmallModel.LINGER);
      assertThat(task.scored()).isEmpty();

      task.add(event(1));
      task.pass(SmallModel.LINGER);

      assertThat(task.scored()).containsExactly("event-1", "event-2");
    }
  }

  /** What it waits for may have been refused on the way, or come from another partition. */
  @Test
  void noneWaitsBeyondABarrierOrTheEnd() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      task.add(event(2));
      task.harness().checkpoint();
      assertThat(task.scored()).containsExactly("event-2");

      task.add(event(3));
      task.pass(2 * SmallModel.LINGER);
      assertThat(task.scored()).as("a new sequence").hasSize(1);
      task.end();

      assertThat(task.scored()).containsExactly("event-2", "event-3");
    }
  }

  @Test
  void noMoreWaitThanTheBufferHolds() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      IntStream.rangeClosed(2, SmallModel.BUFFER).forEach(turn -> add(task, turn));
      assertThat(task.scored()).isEmpty();

      add(task, SmallModel.BUFFER + 1);
      task.pass(SmallModel.LINGER);

      assertThat(task.scored()).hasSize(SmallModel.BUFFER);
    }
  }

  private static void add(LearnTask task, int turn) {
    try {
      task.add(event(turn));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static AttachedEvent event(int turn) {
    return Events.inTurn(attached(turn, "user", "x", 5), turn);
  }
}
