package io.rivulet.learner.model;

/**
 * z = Σⱼ pⱼ·xⱼ for some vectors of one array, and its gradients. Four vectors at a time: what they
 * share is read once, and their sums do not wait for each other.
 */
final class WeightedSum {
  private static final int AT_ONCE = 4;

  /** Where the vectors begin, from the place that is given with each call on. */
  private final int[] places;

  private final int length;

  /**
   * A sum of vectors.
   *
   * @param places where they begin in each column
   * @param length of each
   */
  WeightedSum(int[] places, int length) {
    this.places = places;
    this.length = length;
  }

  /** Number of vectors. */
  int vectors() {
    return places.length;
  }

  /**
   * Adds the sum to what is in {@code sum} from {@code to} on.
   *
   * @param first index of the first vector's weight
   * @param column where the column begins in {@code vectors}
   */
  void addTo(float[] sum, int to, float[] weights, int first, float[] vectors, int column) {
    int j = 0;
    for (; j <= places.length - AT_ONCE; j += AT_ONCE) {
      int a = column + places[j];
      int b = column + places[j + 1];
      int c = column + places[j + 2];
      int d = column + places[j + 3];
      float p = weights[first + j];
      float q = weights[first + j + 1];
      float r = weights[first + j + 2];
      float s = weights[first + j + 3];
      for (int i = 0; i < length; i++) {
        sum[to + i] +=
            (p * vectors[a + i] + q * vectors[b + i]) + (r * vectors[c + i] + s * vectors[d + i]);
      }
    }
    for (; j < places.length; j++) {
      int a = column + places[j];
      float p = weights[first + j];
      for (int i = 0; i < length; i++) {
        sum[to + i] += p * vectors[a + i];
      }
    }
  }

  /**
   * Adds the gradient of each vector, pⱼ·dz, to {@code gradients}, and writes that of each weight,
   * xⱼ·dz, to {@code slopes}.
   *
   * @param from where dz begins in {@code gradient}
   * @param first index of the first vector's weight, and of its slope
   * @param column where the column begins in {@code vectors} and {@code gradients}
   */
  void backward(
      float[] gradient,
      int from,
      float[] weights,
      int first,
      float[] slopes,
      float[] vectors,
      float[] gradients,
      int column) {
    int j = 0;
    for (; j <= places.length - AT_ONCE; j += AT_ONCE) {
      int a = column + places[j];
      int b = column + places[j + 1];
      int c = column + places[j + 2];
      int d = column + places[j + 3];
      float p = weights[first + j];
      float q = weights[first + j + 1];
      float r = weights[first + j + 2];
      float s = weights[first + j + 3];
      float ofP = 0;
      float ofQ = 0;
      float ofR = 0;
      float ofS = 0;
      for (int i = 0; i < length; i++) {
        float g = gradient[from + i];
        ofP += g * vectors[a + i];
        ofQ += g * vectors[b + i];
        ofR += g * vectors[c + i];
        ofS += g * vectors[d + i];
        gradients[a + i] += p * g;
        gradients[b + i] += q * g;
        gradients[c + i] += r * g;
        gradients[d + i] += s * g;
      }
      slopes[first + j] = ofP;
      slopes[first + j + 1] = ofQ;
      slopes[first + j + 2] = ofR;
      slopes[first + j + 3] = ofS;
    }
    for (; j < places.length; j++) {
      int a = column + places[j];
      float p = weights[first + j];
      float ofP = 0;
      for (int i = 0; i < length; i++) {
        float g = gradient[from + i];
        ofP += g * vectors[a + i];
        gradients[a + i] += p * g;
      }
      slopes[first + j] = ofP;
    }
  }
}
