package io.rivulet.learner.fusion;

/** The mean of the scores. */
record Average() implements Fusion {
  @Override
  public double fuse(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    return sum / scores.length;
  }
}
