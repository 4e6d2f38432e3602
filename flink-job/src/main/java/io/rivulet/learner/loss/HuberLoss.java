package io.rivulet.learner.loss;

/**
 * The squared error up to an error of δ, and its tangent beyond: (δ·|e| − δ²/2)/σ² (Huber, "Robust
 * estimation of a location parameter", 1964). An outlier pulls no harder than an error of δ.
 *
 * @param squared what holds for small errors
 * @param knee δ, on the scale of the target from −1 to 1, above 0
 */
record HuberLoss(SquaredLoss squared, double knee) implements TaskLoss {
  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public String problem(float label) {
    return squared.problem(label);
  }

  @Override
  public double loss(float[] raw, int at, float label, float[] gradient) {
    double error = raw[at] - target(label, 0);
    if (Math.abs(error) <= knee) {
      return squared.loss(raw, at, label, gradient);
    }
    gradient[at] = (float) (Math.signum(error) * knee / SquaredLoss.VARIANCE);
    return (knee * Math.abs(error) - knee * knee / 2) / SquaredLoss.VARIANCE;
  }

  /** That of the squared error: how many examples lie beyond the knee, the outputs do not tell. */
  @Override
  public double curvature(float[] raw, int at) {
    return squared.curvature(raw, at);
  }

  @Override
  public double target(float label, int output) {
    return squared.target(label, output);
  }

  @Override
  public double neutralTarget() {
    return squared.neutralTarget();
  }

  @Override
  public double raw(double mean) {
    return squared.raw(mean);
  }

  @Override
  public void predict(float[] raw, int at, float[] prediction, int to) {
    squared.predict(raw, at, prediction, to);
  }
}
