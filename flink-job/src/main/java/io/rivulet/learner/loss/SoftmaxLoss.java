package io.rivulet.learner.loss;

/**
 * Cross entropy of a softmax: log Σⱼ e^zⱼ − z_y for class y. The gradient is softmax(z) −
 * onehot(y).
 */
record SoftmaxLoss(int outputs) implements TaskLoss {
  private static final double RAREST = 1e-5;

  @Override
  public String problem(float label) {
    boolean index = label >= 0 && label < outputs && label == (int) label;
    return index ? null : "is not the index of one of " + outputs + " classes";
  }

  @Override
  public double loss(float[] raw, int at, float label, float[] gradient) {
    double logSum = softmax(raw, at, gradient, at);
    int index = at + (int) label;
    gradient[index] -= 1;
    return Math.max(0, logSum - raw[index]);
  }

  @Override
  public double curvature(float[] raw, int at) {
    float[] probabilities = new float[outputs];
    softmax(raw, at, probabilities, 0);
    double curvature = 0;
    for (float probability : probabilities) {
      curvature += probability * (1.0 - probability);
    }
    return curvature;
  }

  @Override
  public double target(float label, int output) {
    return label == output ? 1 : 0;
  }

  @Override
  public double neutralTarget() {
    return 1.0 / outputs;
  }

  @Override
  public double raw(double mean) {
    return Math.log(Math.max(RAREST, mean));
  }

  @Override
  public void predict(float[] raw, int at, float[] prediction, int to) {
    softmax(raw, at, prediction, to);
  }

  /**
   * Writes the probabilities and returns log Σ e^z; the largest z is taken out against overflow.
   */
  private double softmax(float[] raw, int at, float[] probabilities, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < outputs; i++) {
      largest = Math.max(largest, raw[at + i]);
    }
    double sum = 0;
    for (int i = 0; i < outputs; i++) {
      double power = Math.exp(raw[at + i] - largest);
      probabilities[to + i] = (float) power;
      sum += power;
    }
    for (int i = 0; i < outputs; i++) {
      probabilities[to + i] /= (float) sum;
    }
    return largest + Math.log(sum);
  }
}
