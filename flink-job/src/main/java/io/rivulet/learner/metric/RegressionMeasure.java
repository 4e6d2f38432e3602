package io.rivulet.learner.metric;

import java.util.Map;

/** Root mean squared and mean absolute error. */
record RegressionMeasure() implements Measure {
  private static final int WEIGHT = 0;
  private static final int SQUARES = 1;
  private static final int ABSOLUTES = 2;

  @Override
  public int sums() {
    return 3;
  }

  @Override
  public void add(
      double[] sums, float[] prediction, int at, float label, double loss, double weight) {
    double error = (double) prediction[at] - label;
    sums[WEIGHT] += weight;
    sums[SQUARES] += weight * error * error;
    sums[ABSOLUTES] += weight * Math.abs(error);
  }

  @Override
  public Map<String, Double> values(double[] sums) {
    if (sums[WEIGHT] == 0) {
      return Map.of();
    }
    return Map.of(
        "rmse", Math.sqrt(sums[SQUARES] / sums[WEIGHT]), "mae", sums[ABSOLUTES] / sums[WEIGHT]);
  }
}
