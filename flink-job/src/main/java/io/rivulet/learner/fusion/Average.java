package io.rivulet.learner.fusion;

import java.util.Arrays;

/** The mean of the scores. */
record Average() implements Fusion {
  @Override
  public double fuse(double[] scores) {
    return Arrays.stream(scores).sum() / scores.length;
  }
}
