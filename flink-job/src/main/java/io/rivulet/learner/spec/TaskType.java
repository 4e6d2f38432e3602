package io.rivulet.learner.spec;

/** What a task predicts. */
public enum TaskType {
  /** A probability, learned with binary cross entropy. */
  BINARY,
  /** A number, learned with the squared error of the scaled target. */
  REGRESSION,
  /** One class of several, learned with softmax cross entropy. */
  MULTICLASS,
  /** The probability that several binary tasks all come true (Ma et al., SIGIR 2018). */
  PRODUCT
}
