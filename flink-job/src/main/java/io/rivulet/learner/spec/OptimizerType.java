package io.rivulet.learner.spec;

/** The rule by which a gradient moves a parameter. */
public enum OptimizerType {
  /** Plain stochastic gradient descent. */
  SGD,
  /** One accumulator of squared gradients per parameter. */
  ADAGRAD,
  /** One accumulator per row: the mean squared gradient of the row. */
  ROWWISE_ADAGRAD
}
