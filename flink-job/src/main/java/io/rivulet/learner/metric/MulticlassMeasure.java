package io.rivulet.learner.metric;

import java.util.Map;

/** Share of examples whose most probable class is the right one, and cross entropy. */
record MulticlassMeasure(int classes) implements Measure {
  private static final int WEIGHT = 0;
  private static final int HITS = 1;
  private static final int LOSSES = 2;

  @Override
  public int sums() {
    return 3;
  }

  @Override
  public void add(
      double[] sums, float[] prediction, int at, float label, double loss, double weight) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (prediction[at + i] > prediction[at + best]) {
        best = i;
      }
    }
    sums[WEIGHT] += weight;
    sums[HITS] += best == (int) label ? weight : 0;
    sums[LOSSES] += weight * loss;
  }

  @Override
  public Map<String, Double> values(double[] sums) {
    if (sums[WEIGHT] == 0) {
      return Map.of();
    }
    return Map.of("accuracy", sums[HITS] / sums[WEIGHT], "logLoss", sums[LOSSES] / sums[WEIGHT]);
  }
}
