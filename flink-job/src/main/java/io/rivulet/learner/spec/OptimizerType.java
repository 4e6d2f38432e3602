package io.rivulet.learner.spec;

/** The rule by which a gradient moves a parameter. */
public enum OptimizerType {
  /** Plain stochastic gradient descent. */
  SGD,
  /** One accumulator of squared gradients per parameter. */
  ADAGRAD,
  /** One accumulator per row: the mean squared gradient of the row. */
  ROWWISE_ADAGRAD,
  /** Moving averages of the gradient and of its square (Kingma and Ba, ICLR 2015). */
  ADAM,
  /** Follow the regularised leader: keeps useless parameters at 0 (McMahan et al., KDD 2013). */
  FTRL
}
