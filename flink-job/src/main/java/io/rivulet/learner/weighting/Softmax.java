package io.rivulet.learner.weighting;

/** The softmax over the tasks that are in a batch. */
final class Softmax {
  private Softmax() {}

  /** e^aₜ / Σ e^aⱼ over the tasks present, 0 for the others. */
  static double[] of(double[] logits, TaskSignals signals) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int task = 0; task < logits.length; task++) {
      largest = signals.present(task) ? Math.max(largest, logits[task]) : largest;
    }
    double[] shares = new double[logits.length];
    double sum = 0;
    for (int task = 0; task < logits.length; task++) {
      shares[task] = signals.present(task) ? Math.exp(logits[task] - largest) : 0;
      sum += shares[task];
    }
    for (int task = 0; sum > 0 && task < logits.length; task++) {
      shares[task] /= sum;
    }
    return shares;
  }
}
