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

  /** Filled by {@link #backward}; 0 for the constant one. */
  float[] inputGradient();

  /**
   * Computes the output. An output that depends on a number that is not finite or too large becomes
   * NaN, and no other does; that number itself is taken out of the input, so that a gradient of 0
   * at these outputs is a gradient of 0 everywhere.
   */
  void forward();

  /**
   * Computes the gradients of the input and of the weights.
   *
   * @return the first gradient that exploded, upon which the rest is not computed; null if all is
   *     well
   */
  Explosion backward();

  /** Frees the native memory. */
  @Override
  void close();
}
