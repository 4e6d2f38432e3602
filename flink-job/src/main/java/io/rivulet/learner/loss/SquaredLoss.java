package io.rivulet.learner.loss;

/**
 * The squared error ½(z − t)²/σ², where t is the label mapped from its range to [−1, 1]: the
 * negative log-likelihood of a Gaussian, so that it stands on one scale with the cross entropies. σ
 * = ½, about the deviation of labels that use their whole range. The gradient is (z − t)/σ².
 */
record SquaredLoss(double low, double high) implements TaskLoss {
  static final double VARIANCE = 0.25;

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public String problem(float label) {
    return label >= low && label <= high ? null : "is not from " + low + " to " + high;
  }

  @Override
  public double loss(float[] raw, int at, float label, float[] gradient) {
    double error = raw[at] - target(label, 0);
    gradient[at] = (float) (error / VARIANCE);
    return error * error / (2 * VARIANCE);
  }

  @Override
  public double curvature(float[] raw, int at) {
    return 1 / VARIANCE;
  }

  @Override
  public double target(float label, int output) {
    return 2 * (label - low) / (high - low) - 1;
  }

  @Override
  public double neutralTarget() {
    return 0;
  }

  @Override
  public double raw(double mean) {
    return mean;
  }

  @Override
  public void predict(float[] raw, int at, float[] prediction, int to) {
    double value = low + (raw[at] + 1) / 2 * (high - low);
    prediction[to] = (float) Math.max(low, Math.min(high, value));
  }
}
