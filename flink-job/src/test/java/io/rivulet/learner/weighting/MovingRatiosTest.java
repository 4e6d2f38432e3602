package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import org.junit.jupiter.api.Test;

/** The weightings that follow from averages alone, two tasks, two steps by hand. */
class MovingRatiosTest {
  /** Fast averages halve what they knew with each example, slow ones keep 2^−0.1 of it. */
  private static final double HORIZON = 10 / Math.log(2);

  /** As in {@link GradNormTest}: after losses (1, 0.5) and (0.4, 0.5) L/L(0) is (0.8700608, 1). */
  @Test
  void dynamicWeightAveragingTakesTheSoftmaxOfTheRatios() {
    Fixture fixture = new Fixture(dense -> new DynamicWeightAveraging(dense, Axis.of(2), HORIZON));
    fixture.update(Signals.of(1, 0.5));
    assertThat(fixture.weights()).containsExactly(new double[] {1, 1}, within(1e-6));
    fixture.update(Signals.of(0.4, 0.5));
    // 2/(1 + e^((1 − 0.8700608)/2))
    assertThat(fixture.weights())
        .containsExactly(new double[] {0.9675267, 1.0324733}, within(1e-6));
  }

  @Test
  void smoothTchebycheffTakesTheSoftmaxOfTheObjectives() {
    Fixture fixture = new Fixture(dense -> new SmoothTchebycheff(dense, Axis.of(2), HORIZON));
    fixture.update(Signals.of(1, 0.5));
    assertThat(fixture.weights()).containsExactly(new double[] {1, 1}, within(1e-6));
    fixture.update(Signals.of(0.4, 0.5));
    // 2/(1 + e^(1 − 0.8700608))
    assertThat(fixture.weights())
        .containsExactly(new double[] {0.9351217, 1.0648783}, within(1e-6));
  }

  @Test
  void logSumTakesTheLossOfACoinTossOverTheMeanThatIncludesTheBatch() {
    Fixture fixture = new Fixture(dense -> new LogSum(dense, Axis.of(2), 1 / Math.log(2)));
    TaskSignals signals = Signals.of(1, Math.log(2));
    assertThat(fixture.weights(signals))
        .containsExactly(new double[] {Math.log(2), 1}, within(1e-6));
    fixture.update(signals);
    // (0.5·1 + 0.4)/1.5 = 0.6
    assertThat(fixture.weights(Signals.of(0.4, Math.log(2))))
        .containsExactly(new double[] {Math.log(2) / 0.6, 1}, within(1e-6));
  }
}
