package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cannot be learned from is refused, be it an example or one label of it, and the rest is
 * learned as if it were not there.
 */
class GuardTest {
  private static final LearnerSpec SPEC =
      Specs.weighted(
          Specs.learner(
              List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of()),
          Specs.weighting(WeightingType.EQUAL));

  static Stream<Arguments> badExamples() {
    return Stream.of(
        bad("weight -1", e -> weighted(e, -1)),
        bad("weight Infinity", e -> weighted(e, Float.POSITIVE_INFINITY)),
        bad("too large", e -> weighted(e, 1e30f)),
        bad("content vector has length 1, not 0", e -> featured(e, new float[0], 1)),
        bad("numeric feature is too large", e -> featured(e, new float[] {1 / 0f})),
        bad("no prediction is finite", e -> rowed(e, "vector", Float.NaN)),
        bad("no prediction is finite", e -> rowed(e, "vector", Float.NEGATIVE_INFINITY)),
        bad("no prediction is finite", e -> rowed(e, "vector", 1e20f)));
  }

  @ParameterizedTest
  @MethodSource("badExamples")
  void refusesAnExampleAndTellsWhy(String reason, UnaryOperator<Example> spoil) {
    Example spoiled = spoil.apply(example("2"));
    float[] user = spoiled.user().clone();
    float[] item = spoiled.item().clone();
    Example unlabelled = labelled(labelled(example("2"), 0, Float.NaN), 1, Float.NaN);

    Step step = learnsAsIf(spoiled, unlabelled);

    assertThat(step.rejection(1)).contains(reason);
    assertThat(step.trained(1)).isFalse();
    assertThat(step.loss(1, 0)).isNaN();
    assertThat(step.loss(1, 1)).isNaN();
    assertThat(spoiled.user()).isEqualTo(user);
    assertThat(spoiled.item()).isEqualTo(item);
  }

  static Stream<Arguments> badLabels() {
    return Stream.of(
        bad("the label 7.0 is not from 1.0 to 5.0", e -> labelled(e, 0, 7)),
        bad("the label Infinity", e -> labelled(e, 0, Float.POSITIVE_INFINITY)),
        bad("the prediction is not finite", e -> rowed(e, "bias/rating", Float.NaN)),
        bad("the loss or its gradient is not", e -> rowed(e, "bias/rating", 3e38f)),
        bad("a gradient is too large", e -> rowed(e, "bias/rating", 1e20f)));
  }

  @ParameterizedTest
  @MethodSource("badLabels")
  void refusesALabelAndLearnsTheOthers(String reason, UnaryOperator<Example> spoil) {
    Example spoiled = spoil.apply(example("2"));
    Example unlabelled = labelled(spoil.apply(example("2")), 0, Float.NaN);

    Step step = learnsAsIf(spoiled, unlabelled);

    assertThat(step.rejection(1)).startsWith("task rating: " + reason).doesNotContain("like");
    assertThat(step.trained(1)).isTrue();
    assertThat(step.loss(1, 0)).isNaN();
    assertThat(step.loss(1, 1)).isPositive();
    assertThat(spoiled.user()).isEqualTo(unlabelled.user());
    assertThat(spoiled.item()).isEqualTo(unlabelled.item());
  }

  /** Learns {@code spoiled} between two others, and {@code unlabelled} in another learner. */
  private static Step learnsAsIf(Example spoiled, Example unlabelled) {
    List<Example> batch = List.of(example("1"), spoiled, example("3"));
    List<Example> expected = List.of(example("1"), unlabelled, example("3"));
    try (Learner learner = new Learner(SPEC);
        Learner other = new Learner(SPEC)) {
      Step step = learner.learn(batch);
      other.learn(expected);
      assertThat(learner.dense()).isEqualTo(other.dense());
      for (int i : new int[] {0, 2}) {
        assertThat(step.rejection(i)).isNull();
        assertThat(step.trained(i)).isTrue();
        assertThat(batch.get(i).user()).isEqualTo(expected.get(i).user());
        assertThat(batch.get(i).item()).isEqualTo(expected.get(i).item());
      }
      return step;
    }
  }

  private static Arguments bad(String reason, UnaryOperator<Example> spoil) {
    return Arguments.of(reason, spoil);
  }

  private static Example example(String id) {
    return new Example(
        Layouts.rows(SPEC).initial("user", id),
        Layouts.rows(SPEC).initial("item", id),
        new Features(new int[0]),
        new float[] {4, 1},
        1);
  }

  private static Example weighted(Example e, float weight) {
    return new Example(e.user(), e.item(), e.features(), e.labels(), weight);
  }

  private static Example labelled(Example example, int task, float label) {
    example.labels()[task] = label;
    return example;
  }

  private static Example featured(Example e, float[] numbers, float... content) {
    Features features = new Features(new int[0], numbers, content);
    return new Example(e.user(), e.item(), features, e.labels(), e.weight());
  }

  private static Example rowed(Example example, String segment, float value) {
    SegmentView.row(SPEC, example.user()).fill(segment, value);
    return example;
  }
}
