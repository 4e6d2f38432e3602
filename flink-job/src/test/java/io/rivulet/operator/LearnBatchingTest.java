package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.SmallModel.BATCH;
import static io.rivulet.fixture.SmallModel.BUFFER;
import static io.rivulet.fixture.SmallModel.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Score;
import io.rivulet.fixture.SmallModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events the learn operator puts together, and when. */
class LearnBatchingTest {
  private LearnTask task;

  @BeforeEach
  void open() throws Exception {
    task = new LearnTask(SmallModel.settings());
  }

  @AfterEach
  void close() {
    task.close();
  }

  @Test
  void everyEventIsScoredOnceAndAUsersEventsInTheirOrder() throws Exception {
    List<AttachedEvent> events = randomEvents(200);
    feed(events);
    task.end();

    assertThat(task.scored())
        .containsExactlyInAnyOrderElementsOf(events.stream().map(AttachedEvent::eventId).toList());
    Map<String, List<String>> sent =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    AttachedEvent::userId,
                    Collectors.mapping(AttachedEvent::eventId, Collectors.toList())));
    Map<String, List<String>> scored =
        task.scores().stream()
            .collect(
                Collectors.groupingBy(
                    Score::userId, Collectors.mapping(Score::eventId, Collectors.toList())));
    assertThat(scored).isEqualTo(sent);
  }

  @Test
  void aUserOccursAtMostOnceInABatchAndNoBatchIsTooLarge() throws Exception {
    feed(randomEvents(200));
    task.end();

    Map<Long, List<String>> usersByBatch =
        task.scores().stream()
            .collect(
                Collectors.groupingBy(
                    Score::batch, Collectors.mapping(Score::userId, Collectors.toList())));
    assertThat(usersByBatch.values())
        .allSatisfy(users -> assertThat(users).doesNotHaveDuplicates().hasSizeBetween(1, BATCH))
        .anySatisfy(users -> assertThat(users).hasSize(BATCH));
  }

  @Test
  void aFullBatchIsLearnedAtOnce() throws Exception {
    task.add(attached(0, "a", "x", 5));
    task.add(attached(1, "b", "x", 5));
    assertThat(task.scores()).isEmpty();

    task.add(attached(2, "c", "x", 5));

    assertThat(task.scored()).containsExactly("event-0", "event-1", "event-2");
  }

  @Test
  void anEventWaitsNoLongerThanTheLinger() throws Exception {
    task.add(attached(0, "a", "x", 5));
    task.pass(LINGER / 2);
    task.add(attached(1, "b", "x", 5));
    task.pass(LINGER / 2 - 1);
    assertThat(task.scores()).isEmpty();

    task.pass(1);

    assertThat(task.scored()).as("what waits goes along").containsExactly("event-0", "event-1");
  }

  @Test
  void everyEventHasItsOwnLinger() throws Exception {
    for (int i = 0; i < BATCH; i++) {
      task.add(attached(i, "user-" + i, "x", 5));
    }
    task.pass(LINGER - 1);
    task.add(attached(BATCH, "a", "x", 5));
    task.pass(LINGER - 1);
    assertThat(task.scores()).hasSize(BATCH);

    task.pass(1);

    assertThat(task.scores()).hasSize(BATCH + 1);
  }

  @Test
  void aLingerOfOneUsersEventsTakesAllThatAreDue() throws Exception {
    task.add(attached(0, "a", "x", 5));
    task.add(attached(1, "a", "x", 5));

    task.pass(LINGER);

    assertThat(task.scores()).extracting(Score::batch).containsExactly(1L, 2L);
  }

  @Test
  void noMoreEventsWaitThanTheBufferHolds() throws Exception {
    for (int i = 0; i < BUFFER - 1; i++) {
      task.add(attached(i, "a", "x", 5));
    }
    assertThat(task.scores()).isEmpty();

    for (int i = BUFFER - 1; i < 20; i++) {
      task.add(attached(i, "a", "x", 5));
      assertThat(i + 1 - task.scores().size()).as("events that wait").isLessThan(BUFFER);
    }
  }

  private void feed(List<AttachedEvent> events) throws Exception {
    Random random = new Random(3);
    for (AttachedEvent event : events) {
      task.add(event);
      if (random.nextInt(10) == 0) {
        task.pass(random.nextInt(15));
      }
    }
  }

  private static List<AttachedEvent> randomEvents(int count) {
    Random random = new Random(2);
    List<AttachedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          attached(
              i, "user-" + random.nextInt(6), "item-" + random.nextInt(4), random.nextInt(1, 6)));
    }
    return events;
  }
}
