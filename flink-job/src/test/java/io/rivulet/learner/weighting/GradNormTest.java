package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import org.junit.jupiter.api.Test;

/** Two tasks, three steps, computed by hand from algorithm 1 of the paper with η = 0.03. */
class GradNormTest {
  /** The fast averages halve what they knew with each example, the slow ones keep 2^−0.1 of it. */
  private static final double HORIZON = 10 / Math.log(2);

  private final Fixture fixture =
      new Fixture(dense -> new GradNorm(dense, Axis.of(2), 0.03, HORIZON));

  @Test
  void followsTheStepsComputedByHand() {
    // g = (2, 1), w = (1, 1): G = (2, 1), mean 1.5. No progress yet: r = (1, 1), targets 1.5.
    // w = (1 − 0.03·2/1.5, 1 + 0.03·1/1.5) = (0.96, 1.02); times 2/1.98.
    step(new double[] {1, 0.5}, new double[] {2, 1});
    expect(0.9696970, 1.0303030);

    // L: fast (0.5·1 + 0.4)/1.5 = 0.6, slow (0.9330330·1 + 0.4)/1.9330330 = 0.6896069.
    // r = (0.8700608, 1), over their mean 0.9350304: (0.9305160, 1.0694840).
    // g = ((0.5·2 + 1)/1.5, 1) = (1.3333333, 1); G = (1.2929293, 1.0303030), mean 1.1616162.
    // targets 1.1616162·0.9305160^0.12 = 1.1516208 and 1.1616162·1.0694840^0.12 = 1.1710180.
    // w = (0.9696970 − 0.03·1.3333333/1.1616162, 1.0303030 + 0.03·1/1.1616162)
    //   = (0.9352622, 1.0561291); times 2/1.9913913.
    step(new double[] {0.4, 0.5}, new double[] {1, 1});
    expect(0.9393053, 1.0606947);

    // g = ((0.5·2 + 0.5)/1.75, (0.5·1.5 + 3)/1.75) = (0.8571429, 2.1428571).
    // G = (0.8051188, 2.2729173), mean 1.5390180; r = (0.8284284, 0.8360722).
    // targets 1.5381682 and 1.5398644: now the first is below its own, the second above.
    // w = (0.9393053 + 0.03·0.8571429/1.5390180, 1.0606947 − 0.03·2.1428571/1.5390180)
    //   = (0.9560135, 1.0189241); times 2/1.9749376.
    step(new double[] {0.4, 0.2}, new double[] {0.5, 3});
    expect(0.9681455, 1.0318545);
  }

  private void step(double[] losses, double[] norms) {
    fixture.update(Signals.of(losses, norms));
  }

  private void expect(double first, double second) {
    assertThat(fixture.weights()).containsExactly(new double[] {first, second}, within(1e-6));
  }
}
