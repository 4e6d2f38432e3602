package io.rivulet.learner.model;

import static io.rivulet.learner.DoubleParts.affine;
import static io.rivulet.learner.DoubleParts.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.DoubleParts;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A network without some of its units, written down once more in double precision. */
class ThinnedNetworkTest {
  private static final double RATE = 0.3;
  private static final long SEED = 11;
  private static final double STEP = 1e-6;
  private static final int[] HIDDEN = {12, 8};
  private static final int TOWER = 6;
  private static final List<String> TASKS = List.of("like", "love");

  private final LearnerSpec spec =
      Specs.layered(
          Specs.learner(List.of(Specs.binary("like", 4), Specs.binary("love", 5)), List.of()),
          Specs.architecture(ArchitectureType.SHARED_BOTTOM, List.of(HIDDEN[0], HIDDEN[1]), TOWER)
              .withDropout(RATE));
  private final Model model = new Model(spec);
  private final Map<String, Integer> offsets = DoubleParts.offsets(model.dense());
  private final Random random = new Random(2);
  private final double[] direction = {random.nextGaussian(), random.nextGaussian()};

  @Test
  void gradientsAreTheCentralDifferences() {
    float[] dense = Layouts.dense(spec).initial("dense", "");
    for (int i = 0; i < dense.length; i++) {
      dense[i] += 0.2f * (float) random.nextGaussian();
    }
    try (Network network = new Network(model)) {
      network.load(dense);
      NetworkPass pass = network.pass(1);
      int inputs = pass.input().length - 1;
      for (int i = 0; i < inputs; i++) {
        pass.input()[i] = (float) random.nextGaussian();
      }
      pass.input()[inputs] = 1;
      double[] input = doubles(Arrays.copyOf(pass.input(), inputs));
      pass.forward(SEED);
      double[] raw = raw(doubles(dense), input);
      for (int task = 0; task < TASKS.size(); task++) {
        assertThat((double) pass.output()[task]).isCloseTo(raw[task], within(1e-5));
        pass.outputGradient()[task] = (float) direction[task];
      }
      pass.outputGradient()[TASKS.size()] = 0;
      assertThat(pass.backward(gradients -> {})).isNull();
      float[] gradient = new float[dense.length];
      network.gather(gradient);

      check(input, model.inputs().learned(), pass.inputGradient(), x -> along(doubles(dense), x));
      check(doubles(dense), dense.length, gradient, parameters -> along(parameters, input));
    }
  }

  private static void check(
      double[] at, int length, float[] gradient, ToDoubleFunction<double[]> function) {
    int moved = 0;
    for (int i = 0; i < length; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += STEP;
      down[i] -= STEP;
      double difference = (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * STEP);
      assertThat((double) gradient[i])
          .as("gradient %d", i)
          .isCloseTo(difference, within(2e-5 * Math.max(1, Math.abs(difference))));
      moved += difference == 0 ? 0 : 1;
    }
    assertThat(moved).isGreaterThan(20);
  }

  private double along(double[] parameters, double[] input) {
    double[] raw = raw(parameters, input);
    return direction[0] * raw[0] + direction[1] * raw[1];
  }

  private double[] raw(double[] parameters, double[] input) {
    Dropout twin = new Dropout(RATE);
    twin.on(SEED);
    double[] x = input;
    for (int i = 0; i < HIDDEN.length; i++) {
      x =
          thinned(
              affine(offsets, parameters, "hidden-" + i, x, HIDDEN[i]), mask(twin, HIDDEN[i]), 0);
    }
    float[] towers = mask(twin, TASKS.size() * TOWER);
    double[] raw = new double[TASKS.size()];
    for (int task = 0; task < raw.length; task++) {
      double[] tower = affine(offsets, parameters, "tower/" + TASKS.get(task), x, TOWER);
      tower = thinned(tower, towers, task * TOWER);
      raw[task] = affine(offsets, parameters, "output/" + TASKS.get(task), tower, 1)[0];
    }
    return raw;
  }

  /** What a layer's units are multiplied by, drawn as the network draws. */
  private static float[] mask(Dropout twin, int units) {
    float[] mask = new float[units + 1];
    Arrays.fill(mask, 1);
    twin.apply(mask, units + 1, 1);
    return mask;
  }

  private static double[] thinned(double[] sums, float[] mask, int from) {
    double[] values = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      values[i] = Math.max(0, sums[i]) * mask[from + i];
    }
    return values;
  }
}
