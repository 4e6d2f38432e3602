package io.rivulet.sim.world;

/**
 * Area under the ROC curve from a histogram over the log odds of the prediction: constant memory,
 * and fine enough for rare labels too, whose probabilities crowd near 0.
 */
final class AreaUnderCurve {
  private static final int BUCKETS = 4096;
  private static final double WIDEST_ODDS = 12;

  private final long[] positives = new long[BUCKETS];
  private final long[] negatives = new long[BUCKETS];

  void add(double probability, boolean positive) {
    double odds = Math.log(probability / (1 - probability));
    double place = (odds + WIDEST_ODDS) / (2 * WIDEST_ODDS) * BUCKETS;
    int bucket = (int) Math.max(0, Math.min(BUCKETS - 1, place));
    (positive ? positives : negatives)[bucket]++;
  }

  /** The share of (positive, negative) pairs in the right order, ties half; NaN without a pair. */
  double value() {
    double rightPairs = 0;
    long negativesBelow = 0;
    long allPositives = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      rightPairs += positives[bucket] * (negativesBelow + negatives[bucket] / 2.0);
      negativesBelow += negatives[bucket];
      allPositives += positives[bucket];
    }
    double pairs = (double) allPositives * negativesBelow;
    return pairs == 0 ? Double.NaN : rightPairs / pairs;
  }
}
