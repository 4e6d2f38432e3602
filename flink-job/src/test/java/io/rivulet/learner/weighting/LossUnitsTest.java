package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossUnitsTest {
  private final Segments segments = new Segments();
  private final LossUnits units = new LossUnits(segments, Axis.of(2), 100_000);
  private final float[] dense = new float[segments.length()];

  @Test
  void aLikelihoodHasUnitOneHoweverRareItsLabel() {
    Random random = new Random(1);
    for (double probability : new double[] {0.5, 0.9, 0.99}) {
      float[] state = dense.clone();
      for (int i = 0; i < 50_000; i++) {
        double error = probability - (random.nextDouble() < probability ? 1 : 0);
        units.add(state, signals(error, probability * (1 - probability)));
      }
      assertThat(units.with(state, signals(0, 0), 0)).isCloseTo(1, within(0.15));
    }
  }

  @Test
  void theUnitOfALossGrowsWithIt() {
    TaskSignals signals = signals(0.5, 0.25);
    TaskSignals larger = signals.scaled(new double[] {100, 1});
    float[] scaled = dense.clone();
    for (int i = 0; i < 100; i++) {
      double expected = 100 * units.with(dense, signals, 0);
      assertThat(units.with(scaled, larger, 0)).isCloseTo(expected, within(1e-4 * expected));
      units.add(dense, signals);
      units.add(scaled, larger);
    }
    assertThat(units.with(dense, signals, 1)).isNaN();
  }

  @Test
  void aFirstErrorByChanceCloseToNothingIsNotBelieved() {
    // one example and ten assumed ones: (0 + 10·0.25²)/(11·0.25)
    assertThat(units.with(dense, signals(0, 0.25), 0)).isCloseTo(2.5 / 11, within(1e-6));
  }

  private static TaskSignals signals(double gradient, double curvature) {
    double[] none = {0, Double.NaN};
    return new TaskSignals(
        new double[] {1, 0},
        none,
        none,
        none,
        new double[] {gradient * gradient, Double.NaN},
        new double[] {curvature, Double.NaN},
        none);
  }
}
