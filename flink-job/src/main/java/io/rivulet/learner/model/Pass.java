package io.rivulet.learner.model;

/** A part of the network at work. Not thread-safe. */
interface Pass extends AutoCloseable {
  /**
   * What it reads, which belongs to another. The values are there before {@link #forward}; {@link
   * #backward} fills the gradient.
   */
  Activations input();

  /**
   * What it computes: {@link #forward} fills the values. The gradient is there before {@link
   * #backward}, which may change it.
   */
  Activations output();

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

  /** Frees the native memory of the output and of what lies before it. */
  @Override
  void close();
}
