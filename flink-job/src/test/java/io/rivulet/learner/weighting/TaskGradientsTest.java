package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import org.junit.jupiter.api.Test;

/**
 * What happens to gradients where they meet: two tasks, a representation of width 1, two examples.
 */
class TaskGradientsTest {
  private static final float UNUSED = 9;

  @Test
  void pcGradTakesTheConflictOutOfBoth() {
    // g₁ = (1, 0), g₂ = (−1, 1): g₁·g₂ = −1.
    float[] numbers = {1, -1, UNUSED, 0, 1, UNUSED};
    new PcGrad().reconcile(new TaskGradients(() -> numbers, 2, 1, 2));
    // g₁ + ½·g₂ = (½, ½), g₂ + 1·g₁ = (0, 1)
    assertThat(numbers)
        .containsExactly(new float[] {0.5f, 0, UNUSED, 0.5f, 1, UNUSED}, within(1e-6f));
  }

  @Test
  void pcGradLeavesWhatAgrees() {
    float[] numbers = {1, 1, UNUSED, 0, 1, UNUSED};
    new PcGrad().reconcile(new TaskGradients(() -> numbers, 2, 1, 2));
    assertThat(numbers).containsExactly(1, 1, UNUSED, 0, 1, UNUSED);
  }

  @Test
  void pcGradProjectsOneAfterTheOtherInSomeOrderThatAReplayRepeats() {
    float[][] before = {{1, 0}, {-1, 1}, {-2, -2}};
    float[] numbers = {1, -1, -2, UNUSED, 0, 1, -2, UNUSED};
    float[] again = numbers.clone();
    new PcGrad().reconcile(new TaskGradients(() -> numbers, 3, 1, 2));
    new PcGrad().reconcile(new TaskGradients(() -> again, 3, 1, 2));
    assertThat(numbers).isEqualTo(again);
    for (int task = 0; task < 3; task++) {
      float[] one = before[(task + 1) % 3];
      float[] other = before[(task + 2) % 3];
      float[] oneFirst = project(project(before[task], one), other);
      float[] otherFirst = project(project(before[task], other), one);
      float[] found = {numbers[task], numbers[4 + task]};
      assertThat(Math.min(distance(found, oneFirst), distance(found, otherFirst)))
          .isLessThan(1e-6f);
    }
  }

  @Test
  void measuresUnweightedNormsPerLabelledExample() {
    float[] numbers = {6, 1, UNUSED, 8, 0, UNUSED};
    TaskSignals signals =
        new TaskSignals(
            new double[] {4, 1},
            new double[2],
            new double[2],
            new double[2],
            new double[2],
            new double[2],
            new double[] {Double.NaN, 7});
    new TaskGradients(() -> numbers, 2, 1, 2).measure(signals, new double[] {2, 0});
    // ‖(6, 8)‖/√4/2; a weight of 0 leaves nothing to measure
    assertThat(signals.sharedNorms()).containsExactly(2.5, Double.NaN);
  }

  @Test
  void sharesDivideTheSumOfTheNorms() {
    Segments dense = new Segments();
    UpdateShares shares = new UpdateShares(new double[] {3, 1}, Axis.of(2), dense, 1000);
    float[] state = new float[dense.length()];
    double[] weights = {1, 1};
    TaskSignals signals = Signals.of(new double[] {1, 1}, new double[] {1, 7});
    float[] numbers = {1, 0, UNUSED, 0, 7, UNUSED};
    shares.divide(state, signals, weights, new TaskGradients(() -> numbers, 2, 1, 2));
    assertThat(numbers).containsExactly(new float[] {6, 0, UNUSED, 0, 2, UNUSED}, within(1e-5f));
    shares.update(state, signals, weights);
    float[] alone = {4, 0, UNUSED, 0, 0, UNUSED};
    TaskSignals first = Signals.of(new double[] {1, Double.NaN}, new double[] {1, Double.NaN});
    shares.divide(state, first, weights, new TaskGradients(() -> alone, 2, 1, 2));
    // the absent task's norm is remembered: again 6 per unit of norm
    assertThat(alone[0]).isCloseTo(24, within(1e-3f));
  }

  @Test
  void aShareOfNothingLeavesWhatIsSharedAlone() {
    Segments dense = new Segments();
    UpdateShares shares = new UpdateShares(new double[] {1, 0}, Axis.of(2), dense, 1000);
    float[] numbers = {1, 5, UNUSED, 0, 7, UNUSED};
    TaskSignals signals = Signals.of(new double[] {1, 1}, new double[] {1, 7});
    TaskGradients gradients = new TaskGradients(() -> numbers, 2, 1, 2);
    shares.divide(new float[dense.length()], signals, new double[] {1, 1}, gradients);
    assertThat(numbers).containsExactly(new float[] {8, 0, UNUSED, 0, 0, UNUSED}, within(1e-5f));
  }

  private static float[] project(float[] g, float[] other) {
    float dot = g[0] * other[0] + g[1] * other[1];
    float factor = Math.min(0, dot) / (other[0] * other[0] + other[1] * other[1]);
    return new float[] {g[0] - factor * other[0], g[1] - factor * other[1]};
  }

  private static float distance(float[] a, float[] b) {
    return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
  }
}
