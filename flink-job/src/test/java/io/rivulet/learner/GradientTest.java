package io.rivulet.learner;

import static io.rivulet.learner.DoubleParts.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One step of gradient descent with step size 1 moves every parameter by its gradient; that must be
 * the central difference of the loss.
 */
class GradientTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void everyGradientIsTheCentralDifferenceOfTheLoss(ArchitectureType type) {
    GradientCase given = GradientCase.of(type);
    List<Example> batch = given.batch();
    DoubleModel model = new DoubleModel(given.spec());
    Model layout = new Model(given.spec());
    try (Learner learner = new Learner(given.spec())) {
      given.perturb(learner.dense());
      double[] dense = doubles(learner.dense());
      List<double[]> users = batch.stream().map(e -> doubles(e.user())).toList();
      List<double[]> items = batch.stream().map(e -> doubles(e.item())).toList();
      Step step = learner.learn(batch);
      for (int i = 0; i < batch.size(); i++) {
        Example example = batch.get(i);
        double[] user = users.get(i);
        double[] item = items.get(i);
        double[] residuals = model.residuals(dense, user, item, example);
        assertThat(step.trained(i)).isTrue();
        check(
            "user",
            layout.row().segments(),
            user,
            example.user(),
            p -> model.loss(dense, p, item, example) + model.aligned(residuals, p, item));
        check(
            "item",
            layout.row().segments(),
            item,
            example.item(),
            p -> model.loss(dense, user, p, example) + model.aligned(residuals, user, p));
      }
      check(
          "dense",
          layout.dense(),
          dense,
          learner.dense(),
          parameters -> {
            double sum = 0;
            for (int i = 0; i < batch.size(); i++) {
              sum += model.loss(parameters, users.get(i), items.get(i), batch.get(i));
            }
            return sum;
          });
    }
  }

  private static void check(
      String name,
      Segments segments,
      double[] before,
      float[] after,
      Function<double[], Double> loss) {
    boolean[] learned = learned(segments);
    int moved = 0;
    for (int i = 0; i < before.length; i++) {
      if (learned[i]) {
        double[] up = before.clone();
        double[] down = before.clone();
        up[i] += STEP;
        down[i] -= STEP;
        double gradient = (loss.apply(up) - loss.apply(down)) / (2 * STEP);
        double tolerance = 4e-5 * Math.max(1, Math.abs(gradient));
        assertThat(before[i] - after[i])
            .as("%s %d", name, i)
            .isCloseTo(gradient, within(tolerance));
        moved += gradient == 0 ? 0 : 1;
      }
    }
    assertThat(moved).as("%s parameters that matter", name).isGreaterThan(before.length / 8);
  }

  /** Which numbers follow their gradient: all but counts and sums. */
  private static boolean[] learned(Segments segments) {
    boolean[] learned = new boolean[segments.length()];
    int at = 0;
    for (Segment segment : segments.list()) {
      Arrays.fill(learned, at, at + segment.length(), !GradientCase.counted(segment));
      at += segment.length();
    }
    return learned;
  }
}
