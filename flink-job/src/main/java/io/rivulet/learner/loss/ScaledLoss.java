package io.rivulet.learner.loss;

/** Another loss times a factor. */
record ScaledLoss(TaskLoss loss, double scale) implements TaskLoss {
  @Override
  public int outputs() {
    return loss.outputs();
  }

  @Override
  public String problem(float label) {
    return loss.problem(label);
  }

  @Override
  public double loss(float[] raw, int at, float label, float[] gradient) {
    double value = loss.loss(raw, at, label, gradient);
    for (int i = at; i < at + outputs(); i++) {
      gradient[i] *= (float) scale;
    }
    return scale * value;
  }

  @Override
  public double curvature(float[] raw, int at) {
    return scale * loss.curvature(raw, at);
  }

  @Override
  public double target(float label, int output) {
    return loss.target(label, output);
  }

  @Override
  public double neutralTarget() {
    return loss.neutralTarget();
  }

  @Override
  public double raw(double mean) {
    return loss.raw(mean);
  }

  @Override
  public void predict(float[] raw, int at, float[] prediction, int to) {
    loss.predict(raw, at, prediction, to);
  }
}
