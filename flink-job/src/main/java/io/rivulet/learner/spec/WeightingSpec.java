package io.rivulet.learner.spec;

/** How the tasks' losses are weighted against each other. */
public record WeightingSpec(
    @Key(value = "`equal` or `uncertainty`.", otherwise = "uncertainty") WeightingType type,
    @Key(value = "Step size of learned weights, > 0.", otherwise = "0.01") double learningRate) {

  /** Checks the ranges. */
  public WeightingSpec {
    Checks.positive("learningRate", learningRate);
  }
}
