package io.rivulet.learner.metric;

import java.util.Map;

/** The figures of one kind of task, all computed from one array of sums. Stateless. */
interface Measure {
  /** Number of sums. */
  int sums();

  /**
   * Adds one prediction.
   *
   * @param sums changed in place
   * @param prediction holds the task's outputs from index {@code at} on
   */
  void add(double[] sums, float[] prediction, int at, float label, double loss, double weight);

  /** The figures by name; only those that the sums suffice for. */
  Map<String, Double> values(double[] sums);
}
