package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightedSumTest {
  private static final int LENGTH = 7;
  private static final int COLUMN = 3;
  private static final int WEIGHT = 2;
  private static final int SUM = 5;
  private static final Offset<Double> ROUNDING = within(1e-5);

  private final SplittableRandom random = new SplittableRandom(1);

  /** Vectors in another order than in the array, and one between them that does not count. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9})
  void isWhatItsFormulaSays(int vectors) {
    int[] places = new int[vectors];
    for (int j = 0; j < vectors; j++) {
      places[j] = (vectors - j) * LENGTH;
    }
    WeightedSum sum = new WeightedSum(places, LENGTH);
    float[] values = numbers(COLUMN + (vectors + 1) * LENGTH);
    float[] weights = numbers(WEIGHT + vectors);
    float[] before = numbers(SUM + LENGTH);
    float[] after = before.clone();

    sum.addTo(after, SUM, weights, WEIGHT, values, COLUMN);

    for (int i = 0; i < LENGTH; i++) {
      double expected = before[SUM + i];
      for (int j = 0; j < vectors; j++) {
        expected += (double) weights[WEIGHT + j] * values[COLUMN + places[j] + i];
      }
      assertThat((double) after[SUM + i]).isCloseTo(expected, ROUNDING);
    }

    float[] gradient = numbers(SUM + LENGTH);
    float[] slopes = new float[weights.length];
    float[] gradientsBefore = numbers(values.length);
    float[] gradients = gradientsBefore.clone();
    sum.backward(gradient, SUM, weights, WEIGHT, slopes, values, gradients, COLUMN);

    for (int j = 0; j < vectors; j++) {
      double slope = 0;
      for (int i = 0; i < LENGTH; i++) {
        int at = COLUMN + places[j] + i;
        slope += (double) gradient[SUM + i] * values[at];
        double expected = gradientsBefore[at] + (double) weights[WEIGHT + j] * gradient[SUM + i];
        assertThat((double) gradients[at]).isCloseTo(expected, ROUNDING);
      }
      assertThat((double) slopes[WEIGHT + j]).isCloseTo(slope, ROUNDING);
    }
    for (int at = 0; at < COLUMN + LENGTH; at++) {
      assertThat(gradients[at]).isEqualTo(gradientsBefore[at]);
    }
  }

  private float[] numbers(int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }
}
