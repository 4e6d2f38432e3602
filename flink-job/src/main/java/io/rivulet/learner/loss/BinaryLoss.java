package io.rivulet.learner.loss;

/**
 * Binary cross entropy of a logit z: −y·log p − (1−y)·log(1−p) with p = 1/(1+e^−z), computed as
 * max(z,0) − y·z + log(1+e^−|z|), which does not overflow. The gradient is p − y.
 */
record BinaryLoss() implements TaskLoss {
  private static final double RAREST = 1e-5;

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public String problem(float label) {
    return label >= 0 && label <= 1 ? null : "is not from 0 to 1";
  }

  @Override
  public double loss(float[] raw, int at, float label, float[] gradient) {
    // One power for both. Not log1p, which the JVM takes long for: what it would save of so small a
    // loss is below the precision of the losses it is added to.
    double z = raw[at];
    double e = Math.exp(-Math.abs(z));
    gradient[at] = (float) ((z < 0 ? e : 1) / (1 + e) - label);
    return Math.max(z, 0) - label * z + Math.log(1 + e);
  }

  @Override
  public double curvature(float[] raw, int at) {
    double e = Math.exp(-Math.abs(raw[at]));
    return e / ((1 + e) * (1 + e));
  }

  @Override
  public double target(float label, int output) {
    return label;
  }

  @Override
  public double neutralTarget() {
    return 0.5;
  }

  @Override
  public double raw(double mean) {
    double p = Math.max(RAREST, Math.min(1 - RAREST, mean));
    return Math.log(p / (1 - p));
  }

  @Override
  public void predict(float[] raw, int at, float[] prediction, int to) {
    prediction[to] = (float) sigmoid(raw[at]);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
