package io.rivulet.learner.metric;

import java.util.Map;
import java.util.TreeMap;

/**
 * Cross entropy, accuracy, calibration, and the area under the ROC curve from two histograms of the
 * predictions: those of positives and those of negatives. A bucket counts as a tie. Buckets are
 * equally wide in log-odds, from −16 to 16, so that rare events are told apart as well.
 */
record BinaryMeasure() implements Measure {
  private static final int BUCKETS = 4096;
  private static final double RANGE = 16;

  private static final int POSITIVES = 0;
  private static final int NEGATIVES = BUCKETS;
  private static final int WEIGHT = 2 * BUCKETS;
  private static final int HITS = WEIGHT + 1;
  private static final int LOSSES = WEIGHT + 2;
  private static final int PREDICTIONS = WEIGHT + 3;
  private static final int LABELS = WEIGHT + 4;

  @Override
  public int sums() {
    return WEIGHT + 5;
  }

  @Override
  public void add(
      double[] sums, float[] prediction, int at, float label, double loss, double weight) {
    double p = prediction[at];
    int bucket = bucket(p);
    // Each is a look into memory: most labels are one of both.
    if (label > 0) {
      sums[POSITIVES + bucket] += weight * label;
    }
    if (label < 1) {
      sums[NEGATIVES + bucket] += weight * (1 - label);
    }
    sums[WEIGHT] += weight;
    sums[HITS] += (p >= 0.5) == (label >= 0.5) ? weight : 0;
    sums[LOSSES] += weight * loss;
    sums[PREDICTIONS] += weight * p;
    sums[LABELS] += weight * label;
  }

  @Override
  public Map<String, Double> values(double[] sums) {
    Map<String, Double> values = new TreeMap<>();
    if (sums[WEIGHT] > 0) {
      values.put("accuracy", sums[HITS] / sums[WEIGHT]);
      values.put("logLoss", sums[LOSSES] / sums[WEIGHT]);
      if (sums[LABELS] > 0) {
        values.put("calibration", sums[PREDICTIONS] / sums[LABELS]);
      }
      double pairs = sums[LABELS] * (sums[WEIGHT] - sums[LABELS]);
      if (pairs > 0) {
        values.put("auc", ordered(sums) / pairs);
      }
    }
    return values;
  }

  /** Weight of the pairs whose positive is predicted higher; ties count half. */
  private static double ordered(double[] sums) {
    double below = 0;
    double ordered = 0;
    for (int i = 0; i < BUCKETS; i++) {
      double negatives = sums[NEGATIVES + i];
      ordered += sums[POSITIVES + i] * (below + negatives / 2);
      below += negatives;
    }
    return ordered;
  }

  private static int bucket(double p) {
    double logOdds = Math.log(p / (1 - p));
    int bucket = (int) ((logOdds + RANGE) / (2 * RANGE) * BUCKETS);
    return Math.max(0, Math.min(BUCKETS - 1, bucket));
  }
}
