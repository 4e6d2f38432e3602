package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A task that explodes does not take the others with it: they learn as if it had no labels. */
class TaskIsolationTest {
  /** Where a task's own numbers can become too large. */
  @ParameterizedTest
  @CsvSource({
    "SHARED_BOTTOM, tower/rating/kernel",
    "SHARED_BOTTOM, output/rating/kernel",
    "SINGLE_TASK, hidden-0/rating/kernel",
    "SINGLE_TASK, hidden-1/rating/kernel",
    "SINGLE_TASK, tower/rating/kernel",
    "MMOE, tower/rating/kernel",
    "PLE, level-1/hidden-0/rating-0/kernel",
    "PLE, level-1/hidden-1/rating-0/kernel",
    "PLE, output/rating/kernel"
  })
  void parametersThatExplodeSpoilTheirTaskAlone(ArchitectureType type, String segment) {
    LearnerSpec spec = spec(type, 1);
    try (Learner learner = new Learner(spec);
        Learner other = new Learner(spec)) {
      SegmentView.dense(spec, learner.dense()).multiply(segment, 1e32f);
      SegmentView.dense(spec, other.dense()).multiply(segment, 1e32f);
      learnAlike(spec, learner, other);
    }
  }

  /** Its numbers are far apart, so that one expert counts alone: nothing explodes. */
  @ParameterizedTest
  @CsvSource({"MMOE, gate/rating/kernel", "PLE, level-1/gate/rating/kernel"})
  void aGateThatIsSureHasNoGradient(ArchitectureType type, String segment) {
    LearnerSpec spec = spec(type, 1);
    try (Learner learner = new Learner(spec)) {
      SegmentView.dense(spec, learner.dense()).multiply(segment, 1e32f);
      float[] before = learner.dense().clone();
      List<Example> batch = examples(spec, 4);
      Step step = learner.learn(batch);
      for (int i = 0; i < batch.size(); i++) {
        assertThat(step.rejection(i)).isNull();
        assertThat(step.loss(i, 0)).isNotNegative();
      }
      assertThat(SegmentView.dense(spec, learner.dense()).segment(segment))
          .isEqualTo(SegmentView.dense(spec, before).segment(segment));
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void aLossThatExplodesConcernsItsTaskAlone(ArchitectureType type) {
    for (double scale : new double[] {1e9, 1e20, 1e37}) {
      LearnerSpec spec = spec(type, scale);
      try (Learner learner = new Learner(spec);
          Learner other = new Learner(spec)) {
        learnAlike(spec, learner, other);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void aGradientThatExplodesBelowTheTowersIsThatOfTheTaskThatPullsHardest(ArchitectureType type) {
    LearnerSpec spec = spec(type, 1e5);
    try (Learner learner = new Learner(spec);
        Learner other = new Learner(spec)) {
      for (Segment segment : new Model(spec).dense().list()) {
        if (segment.name().matches(".*hidden-0.*/kernel")) {
          SegmentView.dense(spec, learner.dense()).multiply(segment.name(), 3000);
          SegmentView.dense(spec, other.dense()).multiply(segment.name(), 3000);
        }
      }
      learnAlike(spec, learner, other);
    }
  }

  @Test
  void parametersThatAreNotFiniteLearnNothing() {
    LearnerSpec spec = spec(ArchitectureType.SHARED_BOTTOM, 1);
    try (Learner learner = new Learner(spec)) {
      SegmentView.dense(spec, learner.dense()).fill("tower/rating/kernel", Float.NaN);
      float[] before = learner.dense().clone();
      List<Example> batch = examples(spec, 4);
      Step step = learner.learn(batch);
      for (int i = 0; i < batch.size(); i++) {
        assertThat(step.rejection(i)).contains("the parameters are not finite");
        assertThat(step.trained(i)).isFalse();
      }
      assertThat(learner.dense()).isEqualTo(before);
    }
  }

  /** Learns with ratings that explode, and without ratings. */
  private static void learnAlike(LearnerSpec spec, Learner learner, Learner other) {
    List<Example> batch = examples(spec, 4);
    List<Example> unrated = examples(spec, 5);
    unrated.forEach(example -> example.labels()[0] = Float.NaN);

    Step step = learner.learn(batch);
    other.learn(unrated);

    for (int i = 0; i < batch.size(); i++) {
      assertThat(step.rejection(i)).startsWith("task rating: ").doesNotContain("like", "genre");
      assertThat(step.trained(i)).isTrue();
      assertThat(step.loss(i, 0)).isNaN();
      assertThat(step.loss(i, 1)).isNotNegative();
      assertThat(batch.get(i).user()).isEqualTo(unrated.get(i).user());
      assertThat(batch.get(i).item()).isEqualTo(unrated.get(i).item());
    }
    assertThat(learner.dense()).isEqualTo(other.dense());
  }

  private static LearnerSpec spec(ArchitectureType type, double ratingScale) {
    return Specs.weighted(
        Specs.layered(
            Specs.learner(
                List.of(
                    Specs.scaled(Specs.regression("rating", 1, 5), ratingScale),
                    Specs.binary("like", 4),
                    Specs.multiclass("genre", "item.genre", List.of("a", "b", "c"))),
                List.of()),
            Specs.architecture(type, List.of(16, 8), 16)),
        Specs.weighting(WeightingType.EQUAL));
  }

  private static List<Example> examples(LearnerSpec spec, float rating) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      float[] user = Layouts.rows(spec).initial("user", "u" + i);
      float[] item = Layouts.rows(spec).initial("item", "i" + i);
      float[] labels = {rating, i % 2, i};
      examples.add(new Example(user, item, new Features(new int[0]), labels, 1));
    }
    return examples;
  }
}
