package io.rivulet.learner.loss;

/** What a task's raw outputs mean, and how wrong they are for a label. Stateless. */
public interface TaskLoss {
  /** Number of raw outputs that it reads. */
  int outputs();

  /** Null if the label can be learned from, else what is wrong with it. NaN is never asked for. */
  String problem(float label);

  /**
   * The loss of one example and its gradient.
   *
   * @param raw the raw outputs, from index {@code at} on; unchanged
   * @param label a label without a {@link #problem}
   * @param gradient dLoss/dRaw is written here, from index {@code at} on
   * @return the loss, at least 0; not finite where the raw outputs are not
   */
  double loss(float[] raw, int at, float label, float[] gradient);

  /**
   * The trace of the loss's second derivative by the raw outputs, at least 0, as a mean over labels
   * that come as often as predicted. For a likelihood it is then the mean of the gradient's square.
   */
  double curvature(float[] raw, int at);

  /**
   * What the mean prediction of an output should be over many examples: the label on the scale of
   * the loss, or 1 and 0 for the class that it is and those that it is not.
   *
   * @param label a label without a {@link #problem}
   */
  double target(float label, int output);

  /** The {@link #target} that leans to no side. */
  double neutralTarget();

  /** The raw output whose prediction is the mean target {@code mean}, always finite. */
  double raw(double mean);

  /** Writes the prediction for raw outputs from {@code at} on to {@code to} on. */
  void predict(float[] raw, int at, float[] prediction, int to);
}
