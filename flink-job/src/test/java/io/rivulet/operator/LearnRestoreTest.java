package io.rivulet.operator;

import static io.rivulet.fixture.Events.FIRST_TIME;
import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.fixture.SmallModel.INTERVAL;
import static io.rivulet.operator.LearnTask.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Score;
import io.rivulet.fixture.SmallModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a checkpoint of the learn operator holds. */
class LearnRestoreTest {
  @Test
  void noEventIsBufferedAcrossABarrier() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      List<String> sent = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        AttachedEvent event = attached(i, "user-" + i % 3, "item", 5);
        task.add(event);
        sent.add(event.eventId());
        if (i % 4 == 1) {
          task.harness().restart();
          assertThat(task.scored()).containsExactlyInAnyOrderElementsOf(sent);
        }
      }
      task.end();

      assertThat(task.scored()).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @Test
  void rowsKeepTheirCountsThroughEvictionAndRestarts() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      for (int i = 0; i < 30; i++) {
        task.add(attached(i, "user-" + i % 5, "item", 5));
        if (i % 10 == 4) {
          task.harness().restart();
        }
      }
      task.harness().checkpoint();

      for (int user = 0; user < 5; user++) {
        assertThat(task.stored("user-" + user).count()).isEqualTo(6);
        assertThat(task.stored("user-" + user).lastSeen()).isEqualTo(FIRST_TIME + 25 + user);
      }
    }
  }

  /** Each item occurs once: the views of items are not in the checkpoint, their owner has them. */
  @Test
  void theModelGoesOnExactlyWhereItWas() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1));
        BareLearner bare = new BareLearner()) {
      for (int i = 0; i < 8; i++) {
        AttachedEvent event = attached(i, "user-" + i % 3, "item-" + i, 1 + i % 5);
        task.add(event);
        task.harness().restart();

        assertThat(task.scores().get(i).prediction()).containsExactly(bare.learn(event));
      }
    }
  }

  @Test
  void roundsGoOnThoughTheClockWentBack() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      task.pass(3 * INTERVAL);
      task.harness().restart(START - 10 * INTERVAL);
      task.pass(2 * INTERVAL);

      assertThat(task.out().watermarks()).hasSizeGreaterThan(5).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aScoreCarriesTheNewestCheckpointBegunBeforeIt() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(attached(0, "a", "x", 5));
      task.harness().checkpoint();
      task.add(attached(1, "a", "x", 5));
      task.harness().restart();
      task.add(attached(2, "a", "x", 5));

      assertThat(task.scores()).extracting(Score::modelVersion).containsExactly(0L, 1L, 2L);
    }
  }

  @Test
  void whatIsRestoredIsTheSameThoughTheClockStoodStill() throws Exception {
    List<Object> undisturbed = events(false);

    assertSame(events(true), undisturbed);
    assertThat(undisturbed).hasSizeGreaterThan(30);
  }

  /** All that comes out of a learner that takes a checkpoint after every event. */
  private static List<Object> events(boolean restarting) throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      for (int i = 0; i < 6; i++) {
        task.add(attached(i, "user-" + i % 3, "item-" + i, 5));
        task.pass(INTERVAL / 4);
        if (restarting) {
          task.harness().restart();
        } else {
          task.harness().checkpoint();
        }
      }
      List<Object> out = new ArrayList<>();
      for (Object emitted : task.out().all()) {
        // A learner counts its batches from its start.
        out.add(emitted instanceof Score score ? score.prediction() : emitted);
      }
      return out;
    }
  }
}
