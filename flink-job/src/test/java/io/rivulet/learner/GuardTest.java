package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An example that cannot be learned from is refused, and the others learn as if it were not there.
 */
class GuardTest {
  private static final LearnerSpec SPEC =
      Specs.learner(List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of());

  static Stream<Arguments> bad() {
    return Stream.of(
        bad("weight -1", e -> new Example(e.user(), e.item(), e.features(), e.labels(), -1)),
        bad(
            "weight Infinity",
            e ->
                new Example(e.user(), e.item(), e.features(), e.labels(), Float.POSITIVE_INFINITY)),
        bad("too large", e -> new Example(e.user(), e.item(), e.features(), e.labels(), 1e30f)),
        bad("label 7.0 of task rating", e -> labelled(e, 7)),
        bad("label Infinity of task rating", e -> labelled(e, Float.POSITIVE_INFINITY)),
        bad("content vector has length 1, not 0", e -> featured(e, new float[0], 1)),
        bad("numeric feature is too large", e -> featured(e, new float[] {1 / 0f})),
        bad("not finite", e -> rowed(e, Float.NaN)),
        bad("not finite", e -> rowed(e, Float.NEGATIVE_INFINITY)),
        bad("too large", e -> rowed(e, 1e20f)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesAndTellsWhy(String reason, UnaryOperator<Example> spoil) {
    Example spoiled = spoil.apply(example("2"));
    float[] user = spoiled.user().clone();
    float[] item = spoiled.item().clone();
    Example first = example("1");
    Example third = example("3");
    Example firstAlone = example("1");
    Example thirdAlone = example("3");
    Example unlabelled = labelled(example("2"), Float.NaN);
    unlabelled.labels()[1] = Float.NaN;
    try (Learner learner = new Learner(SPEC);
        Learner other = new Learner(SPEC)) {
      Step step = learner.learn(List.of(first, spoiled, third));
      other.learn(List.of(firstAlone, unlabelled, thirdAlone));
      assertThat(step.rejection(1)).contains(reason);
      assertThat(step.trained(1)).isFalse();
      assertThat(step.rejection(0)).isNull();
      assertThat(step.trained(2)).isTrue();
      assertThat(spoiled.user()).isEqualTo(user);
      assertThat(spoiled.item()).isEqualTo(item);
      assertThat(learner.dense()).isEqualTo(other.dense());
      assertThat(first.user()).isEqualTo(firstAlone.user());
      assertThat(third.item()).isEqualTo(thirdAlone.item());
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

  private static Example labelled(Example example, float rating) {
    example.labels()[0] = rating;
    return example;
  }

  private static Example featured(Example e, float[] numbers, float... content) {
    Features features = new Features(new int[0], numbers, content);
    return new Example(e.user(), e.item(), features, e.labels(), e.weight());
  }

  private static Example rowed(Example example, float value) {
    example.user()[0] = value;
    return example;
  }
}
