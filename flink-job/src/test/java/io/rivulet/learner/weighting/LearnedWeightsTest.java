package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Where weights follow a gradient, it is the central difference of what they minimise. */
class LearnedWeightsTest {
  private static final double STEP = 1e-5;
  private static final double RATE = 0.05;
  private static final double NEVER = 1e12;

  @Test
  void uncertaintyFollowsKendallsObjective() {
    Fixture fixture =
        new Fixture(dense -> new UncertaintyWeighting(dense, Axis.of(2), RATE, NEVER));
    double[] losses = {0.1, 1.2};
    for (int i = 0; i < 20; i++) {
      double[] before = logVariances(fixture);
      fixture.update(Signals.of(losses));
      double[] after = logVariances(fixture);
      for (int task = 0; task < 2; task++) {
        double gradient = difference(before, task, s -> kendall(s, losses));
        assertThat((before[task] - after[task]) / RATE).isCloseTo(gradient, within(1e-5));
      }
    }
    for (int i = 0; i < 5000; i++) {
      fixture.update(Signals.of(losses));
    }
    // the minimum of e^−s·L + s/2
    assertThat(fixture.weights()[0]).isCloseTo(5, within(1e-2));
    assertThat(fixture.weights()[1]).isCloseTo(1 / 2.4, within(1e-3));
  }

  @Test
  void famoFollowsTheGradientOfTheWeightedDecrease() {
    Fixture fixture = new Fixture(dense -> new Famo(dense, Axis.of(2), RATE, NEVER));
    double[] sums = new double[2];
    for (int i = 1; i <= 20; i++) {
      double[] losses = {1.0 / i, 2 + Math.sin(i)};
      double[] decrease = new double[2];
      for (int task = 0; task < 2; task++) {
        double mean = (sums[task] + losses[task]) / i;
        decrease[task] = i == 1 ? 0 : Math.log(sums[task] / (i - 1)) - Math.log(mean);
        sums[task] += losses[task];
      }
      double[] before = {fixture.dense[0], fixture.dense[1]};
      fixture.update(Signals.of(losses));
      for (int task = 0; task < 2; task++) {
        double gradient = difference(before, task, logits -> famo(logits, decrease));
        double moved = (before[task] - fixture.dense[task]) / RATE;
        assertThat(moved).isCloseTo(gradient, within(1e-5));
      }
    }
  }

  @Test
  void gradNormFollowsTheGradientOfTheDistanceToTheMean() {
    Fixture fixture = new Fixture(dense -> new GradNorm(dense, Axis.of(2), RATE, NEVER));
    double[] norms = {3, 1};
    for (int i = 0; i < 10; i++) {
      double[] before = fixture.weights();
      double mean = (before[0] * norms[0] + before[1] * norms[1]) / 2;
      double[] moved = new double[2];
      for (int task = 0; task < 2; task++) {
        double gradient = difference(before, task, weights -> distance(weights, norms, mean));
        double most = before[task] / 10;
        moved[task] = before[task] - Math.max(-most, Math.min(most, RATE * gradient / mean));
      }
      // constant losses: both tasks learn at the same rate
      fixture.update(Signals.of(new double[] {0.5, 0.5}, norms));
      double sum = moved[0] + moved[1];
      assertThat(fixture.weights())
          .containsExactly(new double[] {2 * moved[0] / sum, 2 * moved[1] / sum}, within(1e-5));
    }
  }

  private static double kendall(double[] logVariances, double[] losses) {
    double sum = 0;
    for (int task = 0; task < losses.length; task++) {
      sum += Math.exp(-logVariances[task]) * losses[task] + logVariances[task] / 2;
    }
    return sum;
  }

  private static double famo(double[] logits, double[] decrease) {
    double a = Math.exp(logits[0]);
    double b = Math.exp(logits[1]);
    double penalty = 1e-3 * (logits[0] * logits[0] + logits[1] * logits[1]) / 2;
    return (a * decrease[0] + b * decrease[1]) / (a + b) + penalty;
  }

  private static double distance(double[] weights, double[] norms, double mean) {
    return Math.abs(weights[0] * norms[0] - mean) + Math.abs(weights[1] * norms[1] - mean);
  }

  private static double[] logVariances(Fixture fixture) {
    double[] weights = fixture.weights();
    return new double[] {-Math.log(weights[0]), -Math.log(weights[1])};
  }

  private static double difference(double[] at, int index, ToDoubleFunction<double[]> function) {
    double[] up = at.clone();
    double[] down = at.clone();
    up[index] += STEP;
    down[index] -= STEP;
    return (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * STEP);
  }
}
