package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import org.junit.jupiter.api.Test;

/** Two tasks, three steps, computed by hand from algorithm 1 of the paper with β = 1, γ = 0.001. */
class FamoTest {
  /** The averages halve what they knew with each example. */
  private static final double HORIZON = 1 / Math.log(2);

  private final Fixture fixture = new Fixture(dense -> new Famo(dense, Axis.of(2), 1, HORIZON));

  @Test
  void followsTheStepsComputedByHand() {
    // Nothing decreased yet: ξ = (0, 0), z = (½, ½). z/L = (0.5, 1), times 2/1.5.
    fixture.update(Signals.of(1, 0.5));
    expect(0.6666667, 1.3333333);

    // L = ((0.5·1 + 0.4)/1.5, 0.5) = (0.6, 0.5); δ = (log 1 − log 0.6, 0) = (0.5108256, 0).
    // Σ z·δ = 0.2554128; ξ = ∓½·0.2554128 = (−0.1277064, 0.1277064).
    // z = (1/(1 + e^0.2554128), …) = (0.4364917, 0.5635083).
    // z/L = (0.7274861, 1.1270167), times 2/1.8545028.
    fixture.update(Signals.of(0.4, 0.5));
    expect(0.7845619, 1.2154381);

    // L = (0.85/1.75, 0.675/1.75) = (0.4857143, 0.3857143); δ = (0.2113091, 0.2595112).
    // Σ z·δ = 0.4364917·0.2113091 + 0.5635083·0.2595112 = 0.2384714.
    // ξ₁ = −0.1277064 − (0.4364917·(0.2113091 − 0.2384714) − 0.001·0.1277064) = −0.1157226.
    // ξ₂ = 0.1277064 − (0.5635083·(0.2595112 − 0.2384714) + 0.001·0.1277064) = 0.1157226.
    // z = (0.4423956, 0.5576044); z/L = (0.9108145, 1.4456410), times 2/2.3564555.
    fixture.update(Signals.of(0.4, 0.3));
    expect(0.7730377, 1.2269623);
  }

  private void expect(double first, double second) {
    assertThat(fixture.weights()).containsExactly(new double[] {first, second}, within(1e-6));
  }
}
