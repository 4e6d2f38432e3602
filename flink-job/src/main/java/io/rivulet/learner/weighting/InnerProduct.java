package io.rivulet.learner.weighting;

/** Σᵢ aᵢ·bᵢ, summed in double precision. */
public final class InnerProduct {
  /** Sums that do not wait for each other; an addition takes a processor some cycles. */
  private static final int SUMS = 4;

  private InnerProduct() {}

  /** The inner product of {@code length} numbers of each array. */
  public static double of(float[] a, int fromA, float[] b, int fromB, int length) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i <= length - SUMS; i += SUMS) {
      first += (double) a[fromA + i] * b[fromB + i];
      second += (double) a[fromA + i + 1] * b[fromB + i + 1];
      third += (double) a[fromA + i + 2] * b[fromB + i + 2];
      fourth += (double) a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < length; i++) {
      first += (double) a[fromA + i] * b[fromB + i];
    }
    return (first + second) + (third + fourth);
  }
}
