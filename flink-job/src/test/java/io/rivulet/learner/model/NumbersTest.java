package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Segments;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numeric features are brought to mean 0 and deviation 1. */
class NumbersTest {
  private final Segments segments = new Segments();
  private final Numbers numbers = new Numbers(List.of("price"), segments);
  private final float[] dense = new float[segments.length()];
  private final float[] input = new float[2];

  @Test
  void normalisesByTheMeanAndDeviationOfAllSoFar() {
    for (float x : new float[] {1, 2, 6}) {
      numbers.learn(new float[] {x}, dense, 1);
    }
    // mean 3, squares 4 + 1 + 9
    assertThat(normal(5)).isCloseTo((float) (2 / Math.sqrt(14 / 3.0)), within(1e-6f));
    assertThat(normal(1e9f)).isEqualTo(5);
    assertThat(normal(Float.NaN)).isZero();
  }

  @Test
  void weightsCountAsRepetitions() {
    numbers.learn(new float[] {4}, dense, 2);
    numbers.learn(new float[] {1}, dense, 1);
    numbers.learn(new float[] {Float.NaN}, dense, 1);
    assertThat(normal(4)).isCloseTo((float) (1 / Math.sqrt(2)), within(1e-6f));
  }

  @Test
  void isSilentUntilItHasSeenTwoDifferentNumbers() {
    assertThat(normal(3)).isZero();
    numbers.learn(new float[] {3}, dense, 1);
    numbers.learn(new float[] {3}, dense, 1);
    assertThat(normal(7)).isZero();
  }

  @Test
  void keepsItsPrecisionFarFromZero() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      numbers.learn(new float[] {(float) (50_000 + 10 * random.nextGaussian())}, dense, 1);
    }
    assertThat(normal(50_010)).isCloseTo(1, within(0.05f));
  }

  private float normal(float x) {
    numbers.forward(new float[] {x}, dense, input, 1);
    assertThat(input[0]).isZero();
    return input[1];
  }
}
