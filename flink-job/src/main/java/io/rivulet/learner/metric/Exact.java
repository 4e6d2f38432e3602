package io.rivulet.learner.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Exact figures of stored predictions, for evaluation outside the stream. */
public final class Exact {
  private Exact() {}

  /**
   * Area under the ROC curve: the share of pairs of a positive and a negative in which the positive
   * has the higher score, ties counting half (Mann and Whitney, 1947).
   *
   * @param labels 0 or 1, one per score
   * @return NaN if all labels are equal
   */
  public static double auc(float[] scores, float[] labels) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double positives = 0;
    double negativesBelow = 0;
    double ordered = 0;
    int from = 0;
    while (from < order.length) {
      float score = scores[order[from]];
      int to = from;
      double tiedPositives = 0;
      while (to < order.length && scores[order[to]] == score) {
        tiedPositives += labels[order[to]];
        to++;
      }
      double tiedNegatives = to - from - tiedPositives;
      ordered += tiedPositives * (negativesBelow + tiedNegatives / 2);
      negativesBelow += tiedNegatives;
      positives += tiedPositives;
      from = to;
    }
    return ordered / (positives * negativesBelow);
  }

  /** Root of the mean squared difference; NaN if there are none. */
  public static double rmse(float[] predictions, float[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double error = (double) predictions[i] - labels[i];
      sum += error * error;
    }
    return Math.sqrt(sum / labels.length);
  }
}
