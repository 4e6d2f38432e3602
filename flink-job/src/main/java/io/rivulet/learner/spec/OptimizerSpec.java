package io.rivulet.learner.spec;

import java.io.Serializable;

/** How gradients move parameters. */
public record OptimizerSpec(
    @Key("`sgd`, `adagrad`, `rowwise-adagrad`, `adam` or `ftrl`.") OptimizerType type,
    @Key("Step size, > 0.") double learningRate,
    @Key(value = "AdaGrad, Adam: added to the root that divides the step, > 0.", otherwise = "1e-8")
        double epsilon,
    @Key(
            value =
                "AdaGrad, FTRL: what an accumulator starts from, >= 0; more makes first steps smaller.",
            otherwise = "0.1")
        double initialAccumulator,
    @Key(
            value =
                "AdaGrad: an accumulator is multiplied by this before each step, in (0, 1]. Below 1"
                    + " the learner never stops learning on an endless stream.",
            otherwise = "1.0")
        double decay,
    @Key(value = "L2 penalty on the parameters, >= 0.", otherwise = "0.0") double l2,
    @Key(
            value =
                "Largest Euclidean norm of one gradient; longer ones are shortened. 0: no limit.",
            otherwise = "0.0")
        double clip,
    @Key(
            value = "Adam: share of the old mean of gradients that a step keeps, in [0, 1).",
            otherwise = "0.9")
        double beta1,
    @Key(
            value = "Adam: share of the old mean square that a step keeps, in [0, 1).",
            otherwise = "0.999")
        double beta2,
    @Key(
            value =
                "Number of first steps of each row or weight matrix that are shortened, the first"
                    + " the most, >= 0.",
            otherwise = "0")
        int warmUp,
    @Key(value = "FTRL: L1 penalty, >= 0; more keeps more parameters at 0.", otherwise = "0.0")
        double l1,
    @Key(value = "FTRL: added to the root that divides the step size, > 0.", otherwise = "1.0")
        double beta)
    implements Serializable {

  /** Checks the ranges. */
  public OptimizerSpec {
    Checks.positive("learningRate", learningRate);
    Checks.positive("epsilon", epsilon);
    Checks.notNegative("initialAccumulator", initialAccumulator);
    Checks.positive("decay", decay);
    Checks.within("decay", decay, 0, 1);
    Checks.notNegative("l2", l2);
    Checks.notNegative("clip", clip);
    Checks.within("beta1", beta1, 0, 1 - 1e-6);
    Checks.within("beta2", beta2, 0, 1 - 1e-6);
    Checks.atLeast("warmUp", warmUp, 0);
    Checks.notNegative("l1", l1);
    Checks.positive("beta", beta);
  }

  /** The same rule with its step size multiplied. */
  public OptimizerSpec scaled(double factor) {
    return new OptimizerSpec(
        type,
        factor * learningRate,
        epsilon,
        initialAccumulator,
        decay,
        l2,
        clip,
        beta1,
        beta2,
        warmUp,
        l1,
        beta);
  }
}
