package io.rivulet.learner.model;

import static io.rivulet.learner.DoubleParts.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WeightedSumsTest {
  private static final int LENGTH = 7;
  private static final int VECTORS = 5;
  private static final int COLUMNS = 3;
  private static final Offset<Double> ROUNDING = within(1e-5);

  private final SplittableRandom random = new SplittableRandom(1);

  static Stream<List<List<Integer>>> routes() {
    return Stream.of(
        List.of(List.of(0, 1, 2, 3, 4)),
        List.of(List.of(0, 1, 2, 3, 4), List.of(0, 1, 2, 3, 4), List.of(0, 1, 2, 3, 4)),
        List.of(List.of(0, 3, 4), List.of(1, 3, 4), List.of(2, 3, 4), List.of(0, 1, 2, 3, 4)),
        List.of(List.of(2), List.of(2), List.of(0)),
        List.of(List.of(4, 0, 1), List.of(3, 2, 1, 0), List.of(0, 1), List.of(0, 1)),
        List.of(List.of(1, 2), List.of(1, 2, 4), List.of(1, 2), List.of(4, 1, 2)));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void areWhatTheirFormulaSays(List<List<Integer>> routes) {
    int weightCount = routes.stream().mapToInt(List::size).sum() + 1;
    float[] x = numbers(VECTORS * LENGTH + 1);
    float[] p = numbers(weightCount);
    float[] z = numbers(routes.size() * LENGTH + 1);
    float[] dx = numbers(VECTORS * LENGTH + 1);
    float[] dp = numbers(weightCount);
    try (Matrix vectors = matrix(x);
        Matrix weights = matrix(p);
        Matrix sums = matrix(z);
        Matrix ofVectors = matrix(dx);
        Matrix ofWeights = matrix(dp)) {
      WeightedSums weighted = new WeightedSums(routes, LENGTH);

      weighted.forward(vectors, weights, COLUMNS, sums);

      assertClose(read(sums, z.length), expectedSums(routes, x, p, z));

      sums.write(0, z, 0, z.length);
      weighted.backward(vectors, weights, sums, COLUMNS, ofVectors, ofWeights);

      double[] expectedX = doubles(dx);
      double[] expectedP = doubles(dp);
      backward(routes, x, p, z, expectedX, expectedP);
      assertClose(read(ofVectors, dx.length), expectedX);
      assertClose(read(ofWeights, dp.length), expectedP);
    }
  }

  private static double[] expectedSums(
      List<List<Integer>> routes, float[] x, float[] p, float[] before) {
    double[] z = doubles(before);
    for (int column = 0; column < COLUMNS; column++) {
      int weight = column * p.length / COLUMNS;
      for (int sum = 0; sum < routes.size(); sum++) {
        int to = column * z.length / COLUMNS + sum * LENGTH;
        for (int i = 0; i < LENGTH; i++) {
          z[to + i] = 0;
        }
        for (int vector : routes.get(sum)) {
          int from = column * x.length / COLUMNS + vector * LENGTH;
          for (int i = 0; i < LENGTH; i++) {
            z[to + i] += (double) p[weight] * x[from + i];
          }
          weight++;
        }
      }
    }
    return z;
  }

  private static void backward(
      List<List<Integer>> routes, float[] x, float[] p, float[] dz, double[] dx, double[] dp) {
    for (int column = 0; column < COLUMNS; column++) {
      Set<Integer> read = new HashSet<>();
      int weight = column * p.length / COLUMNS;
      for (int sum = 0; sum < routes.size(); sum++) {
        int from = column * dz.length / COLUMNS + sum * LENGTH;
        for (int vector : routes.get(sum)) {
          int at = column * x.length / COLUMNS + vector * LENGTH;
          if (read.add(vector)) {
            Arrays.fill(dx, at, at + LENGTH, 0);
          }
          dp[weight] = 0;
          for (int i = 0; i < LENGTH; i++) {
            dp[weight] += (double) x[at + i] * dz[from + i];
            dx[at + i] += (double) p[weight] * dz[from + i];
          }
          weight++;
        }
      }
    }
  }

  private static Matrix matrix(float[] values) {
    Matrix matrix = new Matrix(values.length / COLUMNS, COLUMNS);
    matrix.write(0, values, 0, values.length);
    return matrix;
  }

  private static float[] read(Matrix matrix, int length) {
    float[] values = new float[length];
    matrix.read(0, values, 0, length);
    return values;
  }

  private static void assertClose(float[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).as("number %d", i).isCloseTo(expected[i], ROUNDING);
    }
  }

  private float[] numbers(int rows) {
    float[] numbers = new float[rows * COLUMNS];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }
}
