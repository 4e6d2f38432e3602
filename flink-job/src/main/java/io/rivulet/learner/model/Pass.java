package io.rivulet.learner.model;

/**
 * A part of the network at work. The arrays are column by column, one column per example, the
 * constant one last in each; there is room for more columns than a batch has, and what the others
 * hold means nothing. Not thread-safe.
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
   *
   * @param columns how many examples the batch has, at least 1
   */
  void forward(int columns);

  /**
   * Computes the gradients of the input and of the weights.
   *
   * @param columns as of the forward pass before
   * @return the first gradient that exploded, upon which the rest is not computed; null if all is
   *     well
   */
  Explosion backward(int columns);

  /** Frees the native memory. */
  @Override
  void close();
}
