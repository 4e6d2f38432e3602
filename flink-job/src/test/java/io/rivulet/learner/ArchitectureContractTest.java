package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.ArchitectureSpec;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every architecture owes its callers. */
class ArchitectureContractTest {
  private static final List<TaskSpec> TASKS =
      List.of(
          Specs.regression("rating", 1, 5),
          Specs.binary("like", 4),
          Specs.multiclass("genre", "item.genre", List.of("a", "b", "c")));

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void asksForProductsByItsDepthAndItsTowersAlone(ArchitectureType type) {
    int hidden = 2;
    for (int experts : new int[] {1, 5}) {
      for (int size : new int[] {1, 3, 33}) {
        for (int tasks : new int[] {1, 3}) {
          // A tower each and the biases of all, or one tower alone; and all towers' outputs.
          int towers = (tasks == 1 ? 1 : tasks + 1) + 1;
          long layers =
              switch (type) {
                case SHARED_BOTTOM, SINGLE_TASK -> hidden + towers;
                case MMOE -> hidden + 1 + towers;
                case PLE -> 2 * (hidden + 1) + towers;
              };
          LearnerSpec spec = spec(type, experts, tasks);
          try (Learner learner = new Learner(spec)) {
            learner.learn(examples(spec, size));
            int biases = tasks == 1 ? 0 : 1; // nothing goes back through them
            assertThat(learner.calls()).isEqualTo(3 * layers - biases);
            learner.predict(examples(spec, size));
            assertThat(learner.calls()).isEqualTo(4 * layers - biases);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void predictsTheSameInAnyBatchAndChangesNothing(ArchitectureType type) {
    LearnerSpec spec = spec(type, 3, 3);
    try (Learner learner = new Learner(spec)) {
      learner.learn(examples(spec, 8));
      List<Example> batch = examples(spec, 5);
      float[] dense = learner.dense().clone();
      float[] user = batch.get(4).user().clone();
      float[] together = learner.predict(batch).prediction(4);
      float[] alone = learner.predict(batch.subList(4, 5)).prediction(0);
      assertThat(together).containsExactly(alone, within(1e-6f));
      assertThat(learner.dense()).isEqualTo(dense);
      assertThat(batch.get(4).user()).isEqualTo(user);
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void learnsWhatItSeesAndGoesOnFromASavedState(ArchitectureType type) {
    LearnerSpec spec = spec(type, 3, 3);
    List<Example> batch = examples(spec, 4);
    List<Example> copies = new ArrayList<>();
    try (Learner learner = new Learner(spec);
        Learner restored = new Learner(spec)) {
      double first = loss(learner.learn(batch));
      for (int i = 0; i < 200; i++) {
        learner.learn(batch);
      }
      System.arraycopy(learner.dense(), 0, restored.dense(), 0, learner.dense().length);
      batch.forEach(example -> copies.add(Examples.copy(example)));
      assertThat(loss(learner.learn(batch))).isLessThan(first / 10);
      restored.learn(copies);
      assertThat(restored.dense()).isEqualTo(learner.dense());
      assertThat(copies.get(2).item()).isEqualTo(batch.get(2).item());
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void theSameSeedLearnsTheSameAndAnotherDoesNot(ArchitectureType type) {
    LearnerSpec spec = spec(type, 3, 3);
    LearnerSpec other = spec.withSeed(spec.seed() + 1);
    try (Learner learner = new Learner(spec);
        Learner again = new Learner(spec);
        Learner another = new Learner(other)) {
      for (Learner each : List.of(learner, again, another)) {
        each.learn(examples(each == another ? other : spec, 5));
      }
      assertThat(again.dense()).isEqualTo(learner.dense());
      assertThat(another.dense()).isNotEqualTo(learner.dense());
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void aTaskWithoutALabelKeepsItsTower(ArchitectureType type) {
    LearnerSpec spec = spec(type, 3, 3);
    List<Example> batch = examples(spec, 5);
    batch.forEach(example -> example.labels()[1] = Float.NaN);
    try (Learner learner = new Learner(spec)) {
      SegmentView before = SegmentView.dense(spec, learner.dense().clone());
      learner.learn(batch);
      SegmentView after = SegmentView.dense(spec, learner.dense());
      for (String part : List.of("tower/%s/kernel", "output/%s/kernel", "output/%s/bias")) {
        String missing = part.formatted(TASKS.get(1).name());
        String present = part.formatted(TASKS.get(2).name());
        assertThat(after.segment(missing)).isEqualTo(before.segment(missing));
        assertThat(after.segment(present)).isNotEqualTo(before.segment(present));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void anExampleThatExplodesLeavesNoTrace(ArchitectureType type) {
    LearnerSpec spec = spec(type, 3, 3);
    List<Example> batch = examples(spec, 3);
    List<Example> others = List.of(Examples.copy(batch.get(0)), Examples.copy(batch.get(2)));
    Arrays.fill(batch.get(1).user(), Float.NaN);
    try (Learner learner = new Learner(spec);
        Learner other = new Learner(spec)) {
      assertThat(learner.learn(batch).rejection(1)).isNotNull();
      other.learn(others);
      assertThat(learner.dense()).containsExactly(other.dense(), within(1e-6f));
      for (float number : learner.dense()) {
        assertThat(number).isFinite();
      }
    }
  }

  @Test
  void singleTasksLearnNothingFromEachOther() {
    LearnerSpec spec =
        Specs.weighted(
            spec(ArchitectureType.SINGLE_TASK, 1, 3), Specs.weighting(WeightingType.EQUAL));
    List<Example> batch = examples(spec, 6);
    List<Example> changed = batch.stream().map(Examples::copy).toList();
    changed.forEach(example -> example.labels()[0] = 6 - example.labels()[0]);
    try (Learner learner = new Learner(spec);
        Learner other = new Learner(spec)) {
      for (int i = 0; i < 20; i++) {
        learner.learn(batch);
        other.learn(changed);
      }
      float[] prediction = learner.predict(batch).prediction(3);
      float[] otherPrediction = other.predict(changed).prediction(3);
      assertThat(otherPrediction[0]).isNotCloseTo(prediction[0], within(0.1f));
      for (int i = 1; i < prediction.length; i++) {
        assertThat(otherPrediction[i]).isEqualTo(prediction[i]);
      }
    }
  }

  private static double loss(Step step) {
    double sum = 0;
    for (int i = 0; i < step.size(); i++) {
      sum += step.loss(i, 0) + step.loss(i, 1) + step.loss(i, 2);
    }
    return sum;
  }

  private static LearnerSpec spec(ArchitectureType type, int experts, int tasks) {
    int levels = type == ArchitectureType.PLE ? 2 : 1;
    return Specs.layered(
        Specs.learner(TASKS.subList(0, tasks), List.of()),
        new ArchitectureSpec(type, List.of(16, 8), 8, experts, experts, levels, 0));
  }

  private static List<Example> examples(LearnerSpec spec, int count) {
    Random random = new Random(count);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] user = Layouts.rows(spec).initial("user", "u" + i);
      float[] item = Layouts.rows(spec).initial("item", "i" + i);
      float[] labels = new float[spec.tasks().size()];
      for (int task = 0; task < labels.length; task++) {
        labels[task] = task == 0 ? 1 + random.nextInt(5) : random.nextInt(2);
      }
      examples.add(new Example(user, item, new Features(new int[0]), labels, 1));
    }
    return examples;
  }
}
