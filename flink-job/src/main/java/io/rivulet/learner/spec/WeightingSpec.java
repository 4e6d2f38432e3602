package io.rivulet.learner.spec;

import java.io.Serializable;
import java.util.Map;

/** How the tasks' losses are weighted against each other. */
public record WeightingSpec(
    @Key(
            value =
                "`equal`, `static`, `uncertainty`, `dwa`, `gradnorm`, `famo`, `pcgrad`, `stch` or"
                    + " `log-sum`.",
            otherwise = "stch")
        WeightingType type,
    @Key(
            value = "static: weight by task name, each >= 0; a task that is not named has 1.",
            otherwise = "{}")
        Map<String, Double> weights,
    @Key(
            value = "uncertainty, gradnorm, famo: step size of learned weights, > 0.",
            otherwise = "0.01")
        double learningRate,
    @Key(
            value =
                "Adaptive types: labelled examples after which a slow moving average has forgotten"
                    + " what it began with, >= 100.",
            otherwise = "100000.0")
        double horizon,
    @Key(
            value =
                "Adaptive types: `true`: losses are divided by a moving average of their gradient's"
                    + " norm first, so that their units do not matter. `false`: the paper's rule"
                    + " on the losses as they are.",
            otherwise = "true")
        boolean unitFree,
    @Key(
            value =
                "How the update of what the tasks share is divided, by task name, each >= 0; a task"
                    + " that is not named has 1. Empty: as the gradients are.",
            otherwise = "{}")
        Map<String, Double> shares)
    implements Serializable {

  /** Checks the ranges, and that nothing is set that the type would silently ignore. */
  public WeightingSpec {
    weights = Map.copyOf(weights);
    shares = Map.copyOf(shares);
    weights.forEach((task, weight) -> Checks.notNegative("weights." + task, weight));
    shares.forEach((task, share) -> Checks.notNegative("shares." + task, share));
    Checks.positive("learningRate", learningRate);
    Checks.within("horizon", horizon, 100, 1e9);
    if (type != WeightingType.STATIC && !weights.isEmpty()) {
      throw new SpecException("weights", weights, "type: static, or leave the weights out");
    }
  }
}
