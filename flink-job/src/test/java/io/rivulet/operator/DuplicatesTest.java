package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Events.inTurn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Row;
import io.rivulet.fixture.SmallModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that comes again is neither scored nor learned from. */
class DuplicatesTest {
  private static final long WINDOW = SmallModel.DUPLICATE_WINDOW.toMillis();

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
  void anEventThatComesAgainIsDropped() throws Exception {
    for (AttachedEvent event :
        List.of(event(0, "a"), event(0, "a"), event(1, "a"), event(0, "a"))) {
      task.add(event);
    }
    task.harness().checkpoint();

    assertThat(task.scored()).containsExactly("event-0", "event-1");
    assertThat(task.stored("a").count()).isEqualTo(2);
  }

  @Test
  void alsoWhenItComesAfterARestart() throws Exception {
    task.add(event(0, "a"));
    task.harness().restart();
    task.add(event(0, "a"));
    task.harness().checkpoint();

    assertThat(task.scored()).containsExactly("event-0");
  }

  @Test
  void anotherUsersEventIsAnotherEvent() throws Exception {
    task.add(event(0, "a"));
    task.add(event(0, "b"));
    task.harness().checkpoint();

    assertThat(task.scored()).hasSize(2);
  }

  @Test
  void afterTheWindowItIsForgotten() throws Exception {
    learn(event(0, "a"));
    clock(WINDOW - 1);
    learn(event(0, "a"));
    assertThat(task.scored()).hasSize(1);

    clock(WINDOW);
    learn(event(0, "a"));

    assertThat(task.scored()).hasSize(2);
  }

  /** The window begins with the first of them, however often it comes. */
  @Test
  void comingAgainDoesNotProlongTheWindow() throws Exception {
    learn(event(0, "a"));
    clock(WINDOW - 1);
    learn(event(0, "a"));
    clock(WINDOW + 1);
    learn(event(0, "a"));

    assertThat(task.scored()).hasSize(2);
  }

  @Test
  void itKeepsItsTurnSoThatNoneWaitsForIt() throws Exception {
    AttachedEvent first = inTurn(event(0, "a"), 1);
    task.add(first);
    task.add(inTurn(event(0, "a"), 2));
    task.add(inTurn(event(1, "a"), 3));
    task.pass(2 * SmallModel.LINGER);

    assertThat(task.scored()).containsExactly("event-0", "event-1");
  }

  @Test
  void allThatWasSentTwiceIsLearnedOnceWhereverARestartFalls() throws Exception {
    for (int i = 0; i < 60; i++) {
      task.add(event(i, "user-" + i % 5));
      if (i % 7 == 0) {
        task.harness().restart();
      }
      task.add(event(i - i % 4, "user-" + (i - i % 4) % 5));
    }
    task.harness().checkpoint();

    assertThat(task.scored()).hasSize(60).doesNotHaveDuplicates();
    long counts = 0;
    for (int user = 0; user < 5; user++) {
      Row row = task.stored("user-" + user);
      counts += row.count();
    }
    assertThat(counts).isEqualTo(60);
  }

  /** At once, as a checkpoint has it done. */
  private void learn(AttachedEvent event) throws Exception {
    task.add(event);
    task.harness().checkpoint();
  }

  private void clock(long millis) throws Exception {
    task.harness().flink().setProcessingTime(LearnTask.START + millis);
  }

  private static AttachedEvent event(int number, String user) {
    return attached(number, user, "item", 5);
  }
}
