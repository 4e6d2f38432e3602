package io.rivulet.learner.optim;

import io.rivulet.learner.spec.OptimizerSpec;

/** Makes the optimiser that a specification asks for. */
public final class Optimizers {
  private Optimizers() {}

  /** The optimiser of {@code spec}. */
  public static Optimizer of(OptimizerSpec spec) {
    float rate = (float) spec.learningRate();
    float epsilon = (float) spec.epsilon();
    float initial = (float) spec.initialAccumulator();
    float decay = (float) spec.decay();
    Optimizer optimizer =
        switch (spec.type()) {
          case SGD -> new Sgd(rate);
          case ADAGRAD -> new AdaGrad(rate, epsilon, initial, decay);
          case ADAM -> new Adam(rate, (float) spec.beta1(), (float) spec.beta2(), epsilon);
          case FTRL -> new Ftrl(rate, (float) spec.beta(), (float) spec.l1(), initial);
          case ROWWISE_ADAGRAD -> new RowwiseAdaGrad(rate, epsilon, initial, decay);
        };
    if (spec.l2() > 0 || spec.clip() > 0) {
      optimizer = new Regularized(optimizer, (float) spec.l2(), (float) spec.clip());
    }
    return spec.warmUp() == 0 ? optimizer : new WarmUp(optimizer, spec.warmUp());
  }
}
