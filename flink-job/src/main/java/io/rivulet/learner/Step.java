package io.rivulet.learner;

/** What a step found. Valid until the next call on the same learner. */
public interface Step {
  /** Number of examples, in the order they were given. */
  int size();

  /**
   * The prediction made before the example's label was used.
   *
   * @return a fresh array, the tasks' outputs one after the other (see {@link Outputs}): the
   *     probability of a binary task, the number of a regression in the label's own unit and within
   *     its range, a multiclass task's probability of each class; all NaN if the parameters or
   *     features given cannot be computed with
   */
  float[] prediction(int example);

  /** The loss of one task before weighting; NaN if its label is missing or was rejected. */
  double loss(int example, int task);

  /** The task weight used in this step. */
  double weight(int task);

  /** Whether the example had a label and moved its rows. */
  boolean trained(int example);

  /**
   * Why the example was left out of learning: what was not finite or out of range. Null if it was
   * not. No parameter was changed by such an example.
   */
  String rejection(int example);
}
