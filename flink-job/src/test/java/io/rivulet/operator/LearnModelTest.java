package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Events.origin;
import static io.rivulet.operator.LearnTask.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.Score;
import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Outputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the learn operator computes: what the bare learner computes. */
class LearnModelTest {
  @Test
  void aNewModelsFirstPredictionsAreThoseOfTheBareLearner() throws Exception {
    List<AttachedEvent> events =
        List.of(attached(0, "a", "x", 5), attached(1, "b", "x", 1), attached(2, "c", "other", 3));
    try (LearnTask task = new LearnTask(SmallModel.settings());
        BareLearner bare = new BareLearner()) {
      for (AttachedEvent event : events) {
        task.add(event);
      }

      assertThat(task.scores()).hasSize(3);
      for (int i = 0; i < 3; i++) {
        assertThat(task.scores().get(i).prediction()).containsExactly(bare.predict(events.get(i)));
      }
    }
  }

  @Test
  void aPredictionIsMadeBeforeTheLabelIsUsed() throws Exception {
    float[] liked = predictions(attached(0, "a", "x", 5)).get(0);
    float[] disliked = predictions(attached(0, "a", "x", 1)).get(0);

    assertThat(liked).containsExactly(disliked);
    assertThat(predictions(attached(0, "a", "x", 5), attached(8, "a", "x", 5)).get(1)[0])
        .as("then it is learned")
        .isGreaterThan(liked[0]);
  }

  /** No value comes back here: the learner's own work alone keeps it exact, round after round. */
  @Test
  void oneLearnerIsTheExactSequenceOfStepsOverManyRounds() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1));
        BareLearner bare = new BareLearner()) {
      for (int i = 0; i < 100; i++) {
        AttachedEvent event = attached(i, "user-" + i * 7 % 5, "item-" + i % 3, 1 + i * 3 % 5);
        task.add(event);
        task.pass(20);

        assertThat(task.scores().get(i).prediction()).containsExactly(bare.learn(event));
      }
      task.harness().checkpoint();

      assertThat(task.out().watermarks()).hasSizeGreaterThan(15);
      for (int user = 0; user < 5; user++) {
        String id = "user-" + user;
        assertThat(task.stored(id).values()).containsExactly(bare.user(id));
        assertThat(task.stored(id).count()).isEqualTo(20);
      }
    }
  }

  @Test
  void aScoreTellsWhereItComesFrom() throws Exception {
    AttachedEvent event = attached(3, "a", "x", 5);
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(event);

      Score score = task.scores().get(0);
      assertThat(score.arm()).isEqualTo(SmallModel.ARM);
      assertThat(score.modelVersion()).as("no checkpoint yet").isZero();
      assertThat(score.batch()).isEqualTo(1);
      assertThat(score.eventTime()).isEqualTo(event.eventTime());
      assertThat(score.scoredAt()).isEqualTo(START);
      assertThat(score.labels()).containsExactly(1, 5);
      assertThat(score.fused()).isEqualTo(new Outputs(SmallModel.SPEC).fuse(score.prediction()));
    }
  }

  @Test
  void aLabelThatCannotBeLearnedGoesToDeadLettersAndTheOthersAreLearned() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(labelled(4, 1, Float.POSITIVE_INFINITY));
      task.end();

      assertThat(task.out().of(DeadLetter.class))
          .singleElement()
          .extracting(DeadLetter::reason)
          .asString()
          .startsWith("task stars: the label Infinity");
      assertThat(task.scored()).containsExactly("event-4");
      assertThat(task.out().of(MetricsDelta.class))
          .singleElement()
          .satisfies(
              metrics -> {
                assertThat(metrics.scored()).isEqualTo(1);
                assertThat(metrics.trained()).isEqualTo(1);
                assertThat(metrics.rejected()).isEqualTo(1);
              });
      task.harness().checkpoint();
      assertThat(task.stored("user").count()).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeLearnedIsScoredAndGoesToDeadLetters() throws Exception {
    AttachedEvent event = labelled(4, 7, Float.POSITIVE_INFINITY);
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(event);
      task.end();

      DeadLetter letter = task.out().of(DeadLetter.class).get(0);
      assertThat(letter.origin()).isEqualTo(origin(4));
      assertThat(letter.reason()).contains("task like: the label 7.0", "task stars: the label Inf");
      assertThat(letter.failedAt()).isEqualTo(START);
      assertThat(task.scored()).containsExactly("event-4");
      task.harness().checkpoint();
      assertThat(task.stored("user")).isNull();
      assertThat(task.out().of(ParameterDelta.class)).isEmpty();
      assertThat(task.out().of(MetricsDelta.class))
          .singleElement()
          .satisfies(
              metrics -> {
                assertThat(metrics.scored()).isEqualTo(1);
                assertThat(metrics.trained()).isZero();
                assertThat(metrics.rejected()).isEqualTo(1);
              });
    }
  }

  @Test
  void anEventWithoutALabelIsScoredAndChangesNothing() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(labelled(0, Float.NaN, Float.NaN));
      task.end();

      assertThat(task.scores()).hasSize(1);
      task.harness().checkpoint();
      assertThat(task.stored("user")).isNull();
      assertThat(task.out().of(ParameterDelta.class)).isEmpty();
      assertThat(task.out().of(DeadLetter.class)).isEmpty();
    }
  }

  private static List<float[]> predictions(AttachedEvent... events) throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      for (AttachedEvent event : events) {
        task.add(event);
      }
      return task.scores().stream().map(Score::prediction).toList();
    }
  }

  private static AttachedEvent labelled(int number, float like, float stars) {
    return Events.labelled(attached(number, "user", "x", 5), like, stars);
  }
}
