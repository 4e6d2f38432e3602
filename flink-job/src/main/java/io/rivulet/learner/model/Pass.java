package io.rivulet.learner.model;

/**
 * A part of the network at work on one size of batch. The arrays are column by column, one column
 * per example, the constant one last in each; columns beyond the batch are zero. Not thread-safe.
 */
interface Pass extends AutoCloseable {
  /** Filled by the caller before {@link #forward}. */
  float[] input();

  /** Filled by {@link #forward}. */
  float[] output();

  /** Filled by the caller before {@link #backward}; 0 for the constant one. */
  float[] outputGradient();

  /** Filled by {@link #backward}. */
  float[] inputGradient();

  /** Computes the output. */
  void forward();

  /**
   * Computes the gradients of the input and of the weights.
   *
   * @return the first example whose numbers exploded, upon which the rest is not computed; -1 if
   *     all is well
   */
  int backward();

  /** Takes an example out of the batch: neither weights nor anything before it learn from it. */
  void exclude(int example);

  /** Frees the native memory. */
  @Override
  void close();
}
