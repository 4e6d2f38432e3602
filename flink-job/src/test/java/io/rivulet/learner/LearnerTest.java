package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final LearnerSpec SPEC =
      Specs.learner(
          List.of(
              Specs.regression("rating", 1, 5),
              Specs.binary("like", 4),
              Specs.multiclass("genre", "item.genre", List.of("a", "b", "c"))),
          List.of(new CategoricalSpec("context.age", 5, 2)));
  private static final int OUTPUTS = 5;

  private final Random random = new Random(1);

  @Test
  void predictsTheSameAloneAndInAnyBatchAndChangesNothing() {
    try (Learner learner = new Learner(SPEC)) {
      learner.learn(examples(8));
      List<Example> batch = examples(5);
      float[] dense = learner.dense().clone();
      float[] user = batch.get(4).user().clone();
      float[] together = learner.predict(batch).prediction(4);
      float[] alone = learner.predict(batch.subList(4, 5)).prediction(0);
      assertThat(together).hasSize(OUTPUTS).containsExactly(alone, within(1e-6f));
      assertThat(learner.dense()).isEqualTo(dense);
      assertThat(batch.get(4).user()).isEqualTo(user);
      assertThat(learner.predict(List.of()).size()).isZero();
    }
  }

  @Test
  void testsBeforeItTrains() {
    try (Learner learner = new Learner(SPEC)) {
      List<Example> batch = examples(4);
      float[] before = learner.predict(batch).prediction(2);
      assertThat(learner.learn(batch).prediction(2)).isEqualTo(before);
      assertThat(learner.predict(batch).prediction(2)).isNotEqualTo(before);
    }
  }

  @Test
  void learnsToPredictWhatItSees() {
    try (Learner learner = new Learner(SPEC)) {
      List<Example> batch = examples(4);
      double first = loss(learner.learn(batch));
      for (int i = 0; i < 200; i++) {
        learner.learn(batch);
      }
      assertThat(loss(learner.predict(batch))).isLessThan(first / 10);
    }
  }

  @Test
  void sameSeedAndStreamGiveTheSameModelAlsoAfterRestoring() {
    List<Example> first = examples(6);
    List<Example> copy = first.stream().map(Examples::copy).toList();
    List<Example> second = examples(6);
    List<Example> secondCopy = second.stream().map(Examples::copy).toList();
    float[] continued;
    try (Learner learner = new Learner(SPEC)) {
      learner.learn(first);
      learner.learn(second);
      continued = learner.dense().clone();
    }
    float[] saved;
    try (Learner learner = new Learner(SPEC)) {
      learner.learn(copy);
      saved = learner.dense().clone();
    }
    try (Learner learner = new Learner(SPEC)) {
      System.arraycopy(saved, 0, learner.dense(), 0, saved.length);
      learner.learn(secondCopy);
      assertThat(learner.dense()).isEqualTo(continued);
    }
    for (int i = 0; i < second.size(); i++) {
      assertThat(secondCopy.get(i).item()).isEqualTo(second.get(i).item());
    }
  }

  @Test
  void withoutAnyLabelNothingMoves() {
    try (Learner learner = new Learner(SPEC)) {
      Example example = example(new float[] {Float.NaN, Float.NaN, Float.NaN}, 1);
      float[] user = example.user().clone();
      float[] dense = learner.dense().clone();
      Step step = learner.learn(List.of(example));
      assertThat(step.trained(0)).isFalse();
      assertThat(step.rejection(0)).isNull();
      assertThat(step.loss(0, 0)).isNaN();
      assertThat(step.prediction(0)).doesNotContain(Float.NaN);
      assertThat(example.user()).isEqualTo(user);
      assertThat(learner.dense()).isEqualTo(dense);
    }
  }

  @Test
  void aTaskWithoutLabelKeepsItsOutputs() {
    try (Learner learner = new Learner(SPEC)) {
      SegmentView before = SegmentView.dense(SPEC, learner.dense().clone());
      Step step = learner.learn(List.of(example(new float[] {5, Float.NaN, 2}, 1)));
      SegmentView after = SegmentView.dense(SPEC, learner.dense());
      assertThat(step.loss(0, 1)).isNaN();
      assertThat(after.segment("output/like/kernel"))
          .isEqualTo(before.segment("output/like/kernel"));
      assertThat(after.segment("output/rating/kernel"))
          .isNotEqualTo(before.segment("output/rating/kernel"));
    }
  }

  @Test
  void anItemThatOccursTwiceLearnsFromBoth() {
    try (Learner learner = new Learner(SPEC);
        Learner other = new Learner(SPEC)) {
      Example one = example(new float[] {5, 1, 0}, 1);
      Example two = example(new float[] {5, 1, 0}, 1);
      Example shared = new Example(two.user(), one.item(), two.features(), two.labels(), 1);
      Example lone = Examples.copy(one);
      learner.learn(List.of(one, shared));
      other.learn(List.of(lone));
      assertThat(one.item()).isNotEqualTo(lone.item());
    }
  }

  private static double loss(Step step) {
    double sum = 0;
    for (int i = 0; i < step.size(); i++) {
      sum += step.loss(i, 0) + step.loss(i, 1) + step.loss(i, 2);
    }
    return sum;
  }

  private List<Example> examples(int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float rating = 1 + random.nextInt(5);
      examples.add(example(new float[] {rating, rating >= 4 ? 1 : 0, random.nextInt(3)}, 1));
    }
    return examples;
  }

  private Example example(float[] labels, float weight) {
    String id = Integer.toString(random.nextInt());
    float[] user = Layouts.rows(SPEC).initial("user", id);
    float[] item = Layouts.rows(SPEC).initial("item", id);
    return new Example(user, item, new Features(new int[] {random.nextInt(5)}), labels, weight);
  }
}
