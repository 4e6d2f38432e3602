package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a weighting does to the whole learner. */
class WeightedLearnerTest {
  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void asksNd4jForNothingMore(WeightingType type) {
    LearnerSpec spec = spec(1, Specs.weighting(type));
    try (Learner learner = new Learner(spec)) {
      learner.learn(examples(spec, new Random(1), 5));
      int towers = spec.tasks().size() + 2;
      // Nothing goes back through the towers' biases.
      long calls = 3L * (spec.architecture().hidden().size() + towers) - 1;
      assertThat(learner.calls()).isEqualTo(calls);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightingType.class,
      names = {"EQUAL", "STATIC"},
      mode = Mode.EXCLUDE)
  void aLossInAnotherUnitLearnsTheSame(WeightingType type) {
    float[] plain = learned(spec(1, Specs.weighting(type)));
    for (double scale : new double[] {100, 0.01}) {
      assertThat(learned(spec(scale, Specs.weighting(type)))).containsExactly(plain, within(1e-3f));
    }
  }

  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void aSmallerBatchSeesNothingOfTheOneBefore(WeightingType type) {
    LearnerSpec spec = spec(1, Specs.weighting(type));
    try (Learner used = new Learner(spec);
        Learner fresh = new Learner(spec)) {
      float[] dense = used.dense().clone();
      used.learn(examples(spec, new Random(2), 8));
      System.arraycopy(dense, 0, used.dense(), 0, dense.length);
      used.learn(examples(spec, new Random(3), 5));
      fresh.learn(examples(spec, new Random(3), 5));
      assertThat(used.dense()).isEqualTo(fresh.dense());
    }
  }

  @Test
  void withEqualWeightsTheUnitMatters() {
    WeightingSpec equal = Specs.weighting(WeightingType.EQUAL);
    float[] plain = learned(spec(1, equal));
    float[] scaled = learned(spec(100, equal));
    double largest = 0;
    for (int i = 0; i < plain.length; i++) {
      largest = Math.max(largest, Math.abs(plain[i] - scaled[i]));
    }
    assertThat(largest).isGreaterThan(0.05);
  }

  @Test
  void aTaskWithoutAShareMovesNothingThatIsShared() {
    WeightingSpec weighting =
        new WeightingSpec(WeightingType.EQUAL, Map.of(), 0.01, 1000, true, Map.of("rating", 0.0));
    LearnerSpec spec = spec(1, weighting);
    try (Learner learner = new Learner(spec)) {
      SegmentView before = SegmentView.dense(spec, learner.dense().clone());
      List<Example> examples = examples(spec, new Random(1), 3);
      examples.forEach(example -> example.labels()[1] = Float.NaN);
      learner.learn(examples);
      SegmentView after = SegmentView.dense(spec, learner.dense());
      assertThat(after.segment("hidden-0/kernel")).isEqualTo(before.segment("hidden-0/kernel"));
      assertThat(after.segment("tower/rating/kernel"))
          .isNotEqualTo(before.segment("tower/rating/kernel"));
    }
  }

  @Test
  void gradNormLearnsItsWeightsFromTheNormsWhereTheGradientsMeet() {
    WeightingSpec weighting =
        new WeightingSpec(WeightingType.GRADNORM, Map.of(), 0.01, 1000, false, Map.of());
    LearnerSpec spec = spec(1, weighting);
    try (Learner learner = new Learner(spec)) {
      List<Example> examples = examples(spec, new Random(1), 12);
      double before = learner.learn(examples).weight(0);
      for (int i = 0; i < 20; i++) {
        learner.learn(examples);
      }
      assertThat(learner.predict(examples).weight(0)).isNotCloseTo(before, within(0.01));
    }
  }

  @Test
  void aTaskWithAStoppedGradientLearnsItsTowerAlone() {
    LearnerSpec spec =
        Specs.learner(
            List.of(Specs.stopped(Specs.regression("rating", 1, 5)), Specs.binary("like", 4)),
            List.of());
    try (Learner learner = new Learner(spec)) {
      SegmentView before = SegmentView.dense(spec, learner.dense().clone());
      List<Example> examples = examples(spec, new Random(1), 3);
      examples.forEach(example -> example.labels()[1] = Float.NaN);
      float[] vector = Arrays.copyOf(examples.get(0).user(), spec.embedding());
      learner.learn(examples);
      SegmentView after = SegmentView.dense(spec, learner.dense());
      assertThat(after.segment("hidden-0/kernel")).isEqualTo(before.segment("hidden-0/kernel"));
      assertThat(after.segment("tower/rating/kernel"))
          .isNotEqualTo(before.segment("tower/rating/kernel"));
      for (int i = 0; i < vector.length; i++) {
        // nothing but the penalty on its length moves it
        assertThat(examples.get(0).user()[i]).isCloseTo(vector[i], within(0.01f * 0.15f));
      }
    }
  }

  /** The predictions after some batches. */
  private static float[] learned(LearnerSpec spec) {
    try (Learner learner = new Learner(spec)) {
      Random random = new Random(7);
      List<Example> examples = examples(spec, random, 12);
      for (int i = 0; i < 20; i++) {
        learner.learn(examples);
      }
      Step step = learner.predict(examples);
      float[] predictions = new float[2 * examples.size()];
      for (int i = 0; i < examples.size(); i++) {
        System.arraycopy(step.prediction(i), 0, predictions, 2 * i, 2);
      }
      return predictions;
    }
  }

  private static LearnerSpec spec(double scale, WeightingSpec weighting) {
    TaskSpec rating = Specs.scaled(Specs.regression("rating", 1, 5), scale);
    LearnerSpec spec = Specs.learner(List.of(rating, Specs.binary("like", 4)), List.of());
    return Specs.weighted(spec, weighting);
  }

  private static List<Example> examples(LearnerSpec spec, Random random, int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float rating = 1 + random.nextInt(5);
      String id = Integer.toString(i);
      float[] user = Layouts.rows(spec).initial("user", id);
      float[] item = Layouts.rows(spec).initial("item", id);
      float[] labels = {rating, random.nextInt(3) == 0 ? Float.NaN : random.nextInt(2)};
      examples.add(new Example(user, item, new Features(new int[0]), labels, 1));
    }
    return examples;
  }
}
