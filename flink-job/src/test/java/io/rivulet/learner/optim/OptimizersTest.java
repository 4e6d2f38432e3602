package io.rivulet.learner.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.OptimizerSpec;
import io.rivulet.learner.spec.OptimizerType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One step of each rule, computed by hand. */
class OptimizersTest {
  private static final float TOLERANCE = 1e-6f;

  @Test
  void sgdSubtractsTheGradient() {
    float[] array = {1, 2};
    of(OptimizerType.SGD, 1, 0, 0).step(array, 0, 2, new int[0], new float[] {3, 4});
    assertThat(array).containsExactly(1 - 0.3f, 2 - 0.4f);
  }

  @Test
  void adaGradDividesByTheRootOfTheDecayedSumOfSquares() {
    float[] array = {1, 2, 16, 0};
    of(OptimizerType.ADAGRAD, 0.5, 0, 0).step(array, 0, 2, new int[] {2}, new float[] {1, 4});
    // √(½·16 + 1) = 3 and √(0 + 16) = 4
    assertThat(array).containsExactly(new float[] {1 - 0.1f / 3, 1.9f, 9, 16}, within(TOLERANCE));
  }

  /** Whether they are as many as are copied at a time, fewer or more. */
  @ParameterizedTest
  @ValueSource(ints = {63, 64, 256, 257, 600})
  void adaGradMovesEachOfManyAsIfItWereAlone(int width) {
    Optimizer rule = of(OptimizerType.ADAGRAD, 0.9, 0, 0);
    SplittableRandom random = new SplittableRandom(width);
    float[] together = new float[2 * width + 3];
    float[] gradient = new float[together.length];
    for (int i = 0; i < together.length; i++) {
      together[i] = random.nextFloat();
      gradient[i] = random.nextFloat() - 0.5f;
    }
    float[] alone = together.clone();
    for (int i = 0; i < width; i++) {
      rule.step(alone, 1 + i, 1, new int[] {2 + width + i}, gradient.clone());
    }

    rule.step(together, 1, width, new int[] {2 + width}, gradient);

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void rowwiseAdaGradDividesByTheRootOfTheMeanSquare() {
    float[] array = {1, 2, 3.5f};
    of(OptimizerType.ROWWISE_ADAGRAD, 1, 0, 0).step(array, 0, 2, new int[] {2}, new float[] {3, 4});
    // √(3.5 + 25/2) = 4
    assertThat(array).containsExactly(new float[] {0.925f, 1.9f, 16}, within(TOLERANCE));
  }

  @Test
  void l2PullsTowardsZeroAndClippingShortens() {
    float[] array = {1, 2};
    of(OptimizerType.SGD, 1, 0.5, 0).step(array, 0, 2, new int[0], new float[] {0, 0});
    assertThat(array).containsExactly(new float[] {0.95f, 1.9f}, within(TOLERANCE));
    float[] clipped = {0, 0};
    of(OptimizerType.SGD, 1, 0, 1).step(clipped, 0, 2, new int[0], new float[] {3, 4});
    assertThat(clipped).containsExactly(new float[] {-0.06f, -0.08f}, within(TOLERANCE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9})
  void clippingKeepsTheDirection(int width) {
    float[] array = new float[width + 2];
    float[] gradient = new float[width + 2];
    double squares = 0;
    for (int i = 0; i < width; i++) {
      gradient[1 + i] = i + 1;
      squares += (i + 1) * (i + 1);
    }
    of(OptimizerType.SGD, 1, 0, 0.5).step(array, 1, width, new int[0], gradient);
    for (int i = 0; i < width; i++) {
      float expected = (float) (-0.1 * 0.5 * (i + 1) / Math.sqrt(squares));
      assertThat(array[1 + i]).isCloseTo(expected, within(TOLERANCE));
    }
  }

  @Test
  void adamDividesTheMeanGradientByTheRootOfTheMeanSquare() {
    float[] array = {1, 0, 0, 0};
    Optimizer adam = of(OptimizerType.ADAM, 1, 0, 0);
    adam.step(array, 0, 1, new int[] {1, 2, 3}, new float[] {2});
    // m = 1, v = 1, bias-corrected 2 and 4: a step of 0.1·2/2
    assertThat(array).containsExactly(new float[] {0.9f, 1, 1, 1}, within(TOLERANCE));
    adam.step(array, 0, 1, new int[] {1, 2, 3}, new float[] {-3});
    // m = ½·1 − ½·3 = −1, over 1 − ¼; v = ¾ + ¼·9 = 3, over 1 − 9/16
    float move = (float) (0.1 * (1 / 0.75) / Math.sqrt(3 / 0.4375));
    assertThat(array).containsExactly(new float[] {0.9f + move, -1, 3, 2}, within(TOLERANCE));
  }

  @Test
  void ftrlFollowsTheRegularisedLeader() {
    float[] array = {0, 0, 0};
    Optimizer ftrl = of(OptimizerType.FTRL, 1, 0, 0);
    ftrl.step(array, 0, 1, new int[] {1, 2}, new float[] {3});
    // z = 3, n = 9: −(3 − ½)·0.1 / (1 + 3)
    assertThat(array).containsExactly(new float[] {-0.0625f, 3, 9}, within(TOLERANCE));
    ftrl.step(array, 0, 1, new int[] {1, 2}, new float[] {-4});
    // σ = (5 − 3)/0.1 = 20, z = 3 − 4 + 20·0.0625 = ¼: within the L1 penalty of ½
    assertThat(array).containsExactly(new float[] {0, 0.25f, 25}, within(TOLERANCE));
  }

  @Test
  void ftrlKeepsWhereItBegan() {
    float[] array = {0.7f, 0, 0};
    Optimizer ftrl =
        Optimizers.of(
            new OptimizerSpec(OptimizerType.FTRL, 0.1, 1e-8, 0.1, 1, 0, 0, 0.9, 0.999, 0, 0, 1));
    ftrl.step(array, 0, 1, new int[] {1, 2}, new float[] {1e-4f});
    assertThat(array[0]).isCloseTo(0.7f, within(1e-4f));
  }

  @Test
  void warmUpShortensTheFirstSteps() {
    Optimizer rule =
        Optimizers.of(
            new OptimizerSpec(OptimizerType.SGD, 0.1, 1e-12, 0, 1, 0, 0, 0.9, 0.999, 4, 0, 1));
    float[] array = {0, 0};
    float position = 0;
    for (float part : new float[] {0.25f, 0.5f, 0.75f, 1, 1}) {
      rule.step(array, 0, 1, new int[] {1}, new float[] {1});
      position -= 0.1f * part;
      assertThat(array[0]).isCloseTo(position, within(TOLERANCE));
    }
  }

  private static Optimizer of(OptimizerType type, double decay, double l2, double clip) {
    return Optimizers.of(
        new OptimizerSpec(type, 0.1, 1e-12, 0, decay, l2, clip, 0.5, 0.75, 0, 0.5, 1));
  }
}
