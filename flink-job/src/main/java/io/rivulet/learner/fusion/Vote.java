package io.rivulet.learner.fusion;

/** The share of the tasks whose score reaches its threshold. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Vote(double[] thresholds) implements Fusion {
  @Override
  public double fuse(double[] scores) {
    double votes = 0;
    for (int task = 0; task < scores.length; task++) {
      votes += scores[task] >= thresholds[task] ? 1 : 0;
    }
    return votes / scores.length;
  }
}
