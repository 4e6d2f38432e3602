package io.rivulet.learner.weighting;

/** Weights that somebody chose; they never change. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StaticWeighting(double[] chosen) implements TaskWeighting {
  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    System.arraycopy(chosen, 0, weights, 0, weights.length);
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    // Nothing to learn.
  }
}
