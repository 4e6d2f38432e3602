package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A product of a task with labels and one without: clicks, what a click is worth, purchases. */
class ProductTaskTest {
  private static final int CLICK = 0;
  private static final int WORTH = 1;
  private static final int GENRE = 2;
  private static final int BUY = 3;
  private static final LearnerSpec SPEC =
      Specs.learner(
          List.of(
              Specs.binary("click", 1),
              Specs.unlabelled("worth"),
              Specs.multiclass("genre", "item.genre", List.of("a", "b")),
              Specs.product("buy", 2, "click", "worth")),
          List.of());
  private static final Outputs OUTPUTS = new Outputs(SPEC);

  private final Random random = new Random(3);

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void theFactorWithoutLabelsIsLearnedFromTheProduct(ArchitectureType type) {
    LearnerSpec spec = Specs.layered(SPEC, Specs.architecture(type, List.of(16), 8));
    try (Learner learner = new Learner(spec)) {
      List<Example> batch = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        // Every other item is clicked, and of the clicked ones every other is bought.
        batch.add(example(spec, "u" + i, "i" + i % 4, i % 2, i % 4 == 1 ? 1 : 0));
      }
      for (int i = 0; i < 300; i++) {
        learner.learn(batch);
      }
      Step step = learner.predict(batch);
      for (int i = 0; i < batch.size(); i++) {
        float click = predicted(step, i, CLICK);
        float worth = predicted(step, i, WORTH);
        assertThat(predicted(step, i, BUY)).isCloseTo(click * worth, within(1e-6f));
        assertThat(click).isCloseTo(i % 2, within(0.1f));
        assertThat(predicted(step, i, BUY)).isCloseTo(i % 4 == 1 ? 1 : 0, within(0.1f));
        assertThat(step.loss(i, WORTH)).isNaN();
        if (i % 2 == 1) {
          assertThat(worth).isCloseTo(i % 4 == 1 ? 1 : 0, within(0.15f));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void everyWeightingWeighsIt(WeightingType type) {
    LearnerSpec spec = Specs.weighted(SPEC, Specs.weighting(type));
    try (Learner learner = new Learner(spec)) {
      for (int i = 0; i < 200; i++) {
        int click = random.nextInt(2);
        Example example =
            example(spec, "u" + i, "i" + random.nextInt(9), click, click * random.nextInt(2));
        Step step = learner.learn(List.of(example));
        assertThat(step.trained(0)).isTrue();
        assertThat(step.weight(BUY)).isBetween(1e-3, 1e3);
      }
      for (float number : learner.dense()) {
        assertThat(number).isFinite();
      }
    }
  }

  @Test
  void withoutItsLabelTheFactorStays() {
    try (Learner learner = new Learner(SPEC)) {
      SegmentView before = SegmentView.dense(SPEC, learner.dense().clone());
      Example example = example(SPEC, "u", "i", 1, Float.NaN);
      SegmentView user = SegmentView.row(SPEC, example.user());
      learner.learn(List.of(example));
      SegmentView after = SegmentView.dense(SPEC, learner.dense());
      assertThat(after.segment("tower/worth/kernel"))
          .isEqualTo(before.segment("tower/worth/kernel"));
      assertThat(after.segment("prior/worth/count")).isEqualTo(before.segment("prior/worth/count"));
      assertThat(user.segment("bias/worth")).containsExactly(0);
      assertThat(user.segment("bias/click")[0]).isPositive();

      learner.learn(List.of(example(SPEC, "v", "i", Float.NaN, 1)));
      assertThat(SegmentView.dense(SPEC, learner.dense()).segment("tower/worth/kernel"))
          .isNotEqualTo(before.segment("tower/worth/kernel"));
    }
  }

  @Test
  void whoClickedAndDidNotBuyTellsWhatAClickIsWorth() {
    try (Learner learner = new Learner(SPEC)) {
      for (int i = 0; i < 8; i++) {
        learner.learn(List.of(example(SPEC, "u" + i, "i", 0, 0)));
        learner.learn(List.of(example(SPEC, "v" + i, "i", 1, 0)));
      }
      learner.learn(List.of(example(SPEC, "w", "i", 1, 1)));
      learner.learn(List.of(example(SPEC, "x", "i", Float.NaN, 1)));
      SegmentView dense = SegmentView.dense(SPEC, learner.dense());
      // one half of two before any label, then eight clicks for nothing and one purchase
      assertThat(dense.segment("prior/worth/count")[0]).isCloseTo(11, within(1e-3f));
      assertThat(dense.segment("prior/worth/sum")[0]).isCloseTo(2, within(1e-3f));
    }
  }

  @Test
  void aFactorThatExplodesTakesItsProductWithItAndNoOther() {
    try (Learner learner = new Learner(SPEC)) {
      SegmentView.dense(SPEC, learner.dense()).multiply("tower/worth/kernel", 1e32f);
      SegmentView before = SegmentView.dense(SPEC, learner.dense().clone());
      Example example = example(SPEC, "u", "i", 1, 0);
      Step step = learner.learn(List.of(example));
      assertThat(step.rejection(0)).startsWith("task buy: ").doesNotContain("click", "genre");
      assertThat(step.trained(0)).isTrue();
      assertThat(step.loss(0, CLICK)).isPositive();
      assertThat(step.loss(0, GENRE)).isPositive();
      assertThat(SegmentView.dense(SPEC, learner.dense()).segment("tower/worth/kernel"))
          .isEqualTo(before.segment("tower/worth/kernel"));
    }
  }

  @Test
  void aBadLabelOfTheProductLeavesTheFactorsTheirOwn() {
    try (Learner learner = new Learner(SPEC)) {
      Step step = learner.learn(List.of(example(SPEC, "u", "i", 1, 2)));
      assertThat(step.rejection(0)).isEqualTo("task buy: the label 2.0 is not from 0 to 1");
      assertThat(step.trained(0)).isTrue();
    }
  }

  @Test
  void itTakesPartInTheFusedScore() {
    assertThat(OUTPUTS.fuse(new float[] {0.5f, 0.25f, 1, 0, 0.75f})).isEqualTo(0.5f);
  }

  private static float predicted(Step step, int example, int task) {
    return step.prediction(example)[OUTPUTS.offset(task)];
  }

  private static Example example(
      LearnerSpec spec, String user, String item, float click, float buy) {
    return new Example(
        Layouts.rows(spec).initial("user", user),
        Layouts.rows(spec).initial("item", item),
        new Features(new int[0]),
        new float[] {click, Float.NaN, 1, buy},
        1);
  }
}
