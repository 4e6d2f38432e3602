package io.rivulet.learner.weighting;

import java.util.Arrays;

/** Every task has weight 1. */
record EqualWeighting() implements TaskWeighting {
  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    Arrays.fill(weights, 1);
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    // Nothing to learn.
  }
}
