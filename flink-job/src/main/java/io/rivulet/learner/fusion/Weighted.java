package io.rivulet.learner.fusion;

/** The weighted mean of the scores: Σ wₜ·pₜ / Σ wₜ. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weighted(double[] weights) implements Fusion {
  @Override
  public double fuse(double[] scores) {
    double sum = 0;
    double total = 0;
    for (int task = 0; task < scores.length; task++) {
      sum += weights[task] * scores[task];
      total += weights[task];
    }
    return sum / total;
  }
}
