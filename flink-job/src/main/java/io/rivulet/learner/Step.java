package io.rivulet.learner;

import java.util.List;
import java.util.stream.IntStream;

/** What a step found. Valid until the next call on the same learner. */
public interface Step {
  /** Number of examples, in the order they were given. */
  int size();

  /**
   * The prediction made before the example's label was used.
   *
   * @return a fresh array, the tasks' outputs one after the other (see {@link Outputs}): the
   *     probability of a binary task or a product, the number of a regression in the label's own
   *     unit and within its range, a multiclass task's probability of each class; NaN for a task
   *     whose parameters or features cannot be computed with
   */
  float[] prediction(int example);

  /** The predictions for all examples, each as {@link #prediction} gives it. */
  default List<float[]> predictions() {
    return IntStream.range(0, size()).mapToObj(this::prediction).toList();
  }

  /** The loss of one task before weighting; NaN if its label is missing or was rejected. */
  double loss(int example, int task);

  /** The task weight used in this step. */
  double weight(int task);

  /** Whether the example had a label that was learned from, and so moved its rows. */
  boolean trained(int example);

  /**
   * What of the example was not learned from, and why: what was not finite or out of range. Null if
   * there was no such thing. It may be the label of one task only; then the example is {@link
   * #trained} on the others, as if that label were missing. No parameter was changed by what was
   * rejected.
   */
  String rejection(int example);
}
