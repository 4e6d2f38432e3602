package io.rivulet.sim.world;

import java.util.SplittableRandom;

/**
 * Draws ranks 1 … n, rank k with probability proportional to {@code k^-exponent}, in constant time
 * and memory: rejection-inversion (Hörmann and Derflinger: Rejection-inversion to generate variates
 * from monotone discrete distributions, ACM TOMACS 6(3), 1996).
 */
final class Zipf {
  private final long count;
  private final double exponent;
  private final double low;
  private final double high;

  Zipf(long count, double exponent) {
    this.count = count;
    this.exponent = exponent;
    this.low = integral(1.5) - 1;
    this.high = integral(count + 0.5);
  }

  long sample(SplittableRandom random) {
    while (true) {
      double area = low + random.nextDouble() * (high - low);
      long rank = Math.max(1, Math.min(count, Math.round(inverse(area))));
      if (area >= integral(rank + 0.5) - Math.pow((double) rank, -exponent)) {
        return rank;
      }
    }
  }

  /** The integral of {@code x^-exponent} from 1. */
  private double integral(double x) {
    return exponent == 1 ? Math.log(x) : (Math.pow(x, 1 - exponent) - 1) / (1 - exponent);
  }

  private double inverse(double area) {
    return exponent == 1
        ? Math.exp(area)
        : Math.pow(Math.max(0, 1 + area * (1 - exponent)), 1 / (1 - exponent));
  }
}
