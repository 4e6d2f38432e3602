package io.rivulet.learner.spec;

/** How gradients move parameters. */
public record OptimizerSpec(
    @Key("`sgd`, `adagrad` or `rowwise-adagrad`.") OptimizerType type,
    @Key("Step size, > 0.") double learningRate,
    @Key(value = "AdaGrad: added to the root of the accumulator, > 0.", otherwise = "1e-8")
        double epsilon,
    @Key(
            value =
                "AdaGrad: what an accumulator starts from, >= 0; more makes first steps smaller.",
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
        double clip) {

  /** Checks the ranges. */
  public OptimizerSpec {
    Checks.positive("learningRate", learningRate);
    Checks.positive("epsilon", epsilon);
    Checks.notNegative("initialAccumulator", initialAccumulator);
    Checks.positive("decay", decay);
    Checks.within("decay", decay, 0, 1);
    Checks.notNegative("l2", l2);
    Checks.notNegative("clip", clip);
  }
}
