package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With dropout, steps of learning leave units out and scores do not. */
class ThinnedLearnerTest {
  private static final LearnerSpec WHOLE =
      Specs.learner(List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of());
  private static final LearnerSpec SPEC = thinned(WHOLE);

  @Test
  void scoresComeFromAllUnits() {
    try (Learner thinned = new Learner(SPEC);
        Learner whole = new Learner(WHOLE)) {
      Step step = thinned.learn(examples());
      Step other = whole.learn(examples());
      for (int i = 0; i < step.size(); i++) {
        assertThat(step.prediction(i)).isEqualTo(other.prediction(i));
        assertThat(step.loss(i, 0)).isEqualTo(other.loss(i, 0));
      }
      assertThat(thinned.dense()).isNotEqualTo(whole.dense());
      System.arraycopy(whole.dense(), 0, thinned.dense(), 0, whole.dense().length);
      assertThat(thinned.predict(examples()).prediction(0))
          .isEqualTo(whole.predict(examples()).prediction(0));
    }
  }

  @Test
  void aRestoredLearnerLeavesOutTheSame() {
    try (Learner learner = new Learner(SPEC);
        Learner restored = new Learner(SPEC)) {
      List<Example> batch = examples();
      for (int i = 0; i < 5; i++) {
        learner.learn(batch);
      }
      System.arraycopy(learner.dense(), 0, restored.dense(), 0, learner.dense().length);
      List<Example> copies = batch.stream().map(Examples::copy).toList();
      for (int i = 0; i < 5; i++) {
        learner.learn(batch);
        restored.learn(copies);
      }
      assertThat(restored.dense()).isEqualTo(learner.dense());
      assertThat(copies.get(3).user()).isEqualTo(batch.get(3).user());
    }
  }

  @Test
  void eachSeedLeavesOutOthers() {
    LearnerSpec other = SPEC.withSeed(SPEC.seed() + 1);
    try (Learner learner = new Learner(SPEC);
        Learner second = new Learner(other)) {
      System.arraycopy(learner.dense(), 0, second.dense(), 0, learner.dense().length);
      learner.learn(examples());
      second.learn(examples());
      assertThat(second.dense()).isNotEqualTo(learner.dense());
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void itLearns(ArchitectureType type) {
    LearnerSpec spec = thinned(Specs.layered(WHOLE, Specs.architecture(type, List.of(16, 8), 8)));
    try (Learner learner = new Learner(spec)) {
      List<Example> batch = examples(spec);
      double before = loss(learner.predict(batch));
      for (int i = 0; i < 100; i++) {
        learner.learn(batch);
      }
      assertThat(loss(learner.predict(batch))).isLessThan(before / 2);
    }
  }

  @Test
  void aPassMoreIsComputedWhereItIsOn() {
    try (Learner thinned = new Learner(SPEC);
        Learner whole = new Learner(WHOLE)) {
      whole.predict(examples());
      long pass = whole.calls();
      assertThat(pass).isPositive();
      whole.learn(examples());
      long learned = whole.calls() - pass;
      thinned.learn(examples());
      assertThat(thinned.calls()).isEqualTo(learned + pass);
    }
  }

  private static LearnerSpec thinned(LearnerSpec spec) {
    return spec.withArchitecture(spec.architecture().withDropout(0.25));
  }

  private static double loss(Step step) {
    double sum = 0;
    for (int i = 0; i < step.size(); i++) {
      sum += step.loss(i, 0) + step.loss(i, 1);
    }
    return sum;
  }

  private static List<Example> examples() {
    return examples(SPEC);
  }

  private static List<Example> examples(LearnerSpec spec) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      examples.add(
          new Example(
              Layouts.rows(spec).initial("user", "u" + i),
              Layouts.rows(spec).initial("item", "i" + i),
              new Features(new int[0]),
              new float[] {1 + i % 5, i % 2},
              1));
    }
    return examples;
  }
}
