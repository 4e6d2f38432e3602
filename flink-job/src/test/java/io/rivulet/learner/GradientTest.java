package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.ContentSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.OptimizerType;
import io.rivulet.learner.spec.WeightingType;
import io.rivulet.learner.spec.WideSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One step of gradient descent with step size 1 moves every parameter by its gradient; that must be
 * the central difference of the loss.
 */
class GradientTest {
  private static final LearnerSpec SPEC =
      new LearnerSpec(
          4,
          List.of(
              Specs.regression("rating", 1, 5),
              Specs.binary("like", 4),
              Specs.multiclass("genre", "item.genre", List.of("a", "b", "c"))),
          List.of(new CategoricalSpec("context.age", 3, 2), new CategoricalSpec("item.year", 4, 1)),
          List.of("dwell", "price"),
          new ContentSpec(3, 2),
          Specs.architecture(ArchitectureType.SHARED_BOTTOM, List.of(6, 5), 4),
          new WideSpec(1, 1, 0.7),
          Specs.statistics(true),
          Specs.weighting(WeightingType.EQUAL),
          Specs.average(),
          Specs.optimizer(OptimizerType.SGD, 1),
          Specs.optimizer(OptimizerType.SGD, 1),
          3);
  private static final double STEP = 1e-5;

  private final Random random = new Random(5);
  private final List<Example> batch = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void everyGradientIsTheCentralDifferenceOfTheLoss(ArchitectureType type) {
    LearnerSpec spec = Specs.layered(SPEC, Specs.architecture(type, List.of(6, 5), 4));
    DoubleModel model = new DoubleModel(spec);
    for (int i = 0; i < 3; i++) {
      float[] labels = {1 + random.nextInt(5), random.nextInt(2), random.nextInt(3)};
      int[] categories = {random.nextInt(3), random.nextInt(4)};
      float[] numbers = {random.nextFloat(), i == 1 ? Float.NaN : random.nextFloat()};
      float[] content = i == 0 ? new float[0] : new float[] {1, -random.nextFloat(), 2};
      batch.add(
          new Example(
              row(spec),
              row(spec),
              new Features(categories, numbers, content),
              labels,
              0.5f + random.nextFloat()));
    }
    batch.get(0).labels()[1] = Float.NaN;
    batch.get(1).labels()[0] = Float.NaN;
    try (Learner learner = new Learner(spec)) {
      // away from 0, where the rectifier has no derivative and a table no effect
      perturb(learner.dense(), new Model(spec).dense());
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
            spec,
            "user",
            user,
            example.user(),
            p -> model.loss(dense, p, item, example) + model.aligned(residuals, p, item));
        check(
            spec,
            "item",
            item,
            example.item(),
            p -> model.loss(dense, user, p, example) + model.aligned(residuals, user, p));
      }
      check(
          spec,
          "dense",
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
      LearnerSpec spec,
      String name,
      double[] before,
      float[] after,
      Function<double[], Double> loss) {
    Model layout = new Model(spec);
    boolean[] learned = learned(name.equals("dense") ? layout.dense() : layout.row().segments());
    int moved = 0;
    for (int i = 0; i < before.length; i++) {
      if (learned[i]) {
        double[] up = before.clone();
        double[] down = before.clone();
        up[i] += STEP;
        down[i] -= STEP;
        double gradient = (loss.apply(up) - loss.apply(down)) / (2 * STEP);
        assertThat(before[i] - after[i]).as("%s %d", name, i).isCloseTo(gradient, within(4e-5));
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
      Arrays.fill(learned, at, at + segment.length(), !counted(segment));
      at += segment.length();
    }
    return learned;
  }

  private static boolean counted(Segment segment) {
    return segment.name().matches(".*/(count|sum|squares)|number/.*");
  }

  private float[] row(LearnerSpec spec) {
    float[] row = new float[Layouts.rows(spec).length()];
    perturb(row, new Model(spec).row().segments());
    return row;
  }

  private void perturb(float[] values, Segments segments) {
    int at = 0;
    for (Segment segment : segments.list()) {
      for (int i = 0; i < segment.length(); i++, at++) {
        values[at] +=
            counted(segment) ? random.nextFloat() / 2 : 0.5f * (float) random.nextGaussian();
      }
    }
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
