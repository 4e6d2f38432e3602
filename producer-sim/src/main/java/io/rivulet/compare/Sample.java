package io.rivulet.compare;

import java.util.List;

/**
 * One figure of runs that differ in nothing but their seed.
 *
 * @param values one per seed, at least one; NaN where a run did not define the figure
 */
record Sample(List<Double> values) {
  Sample {
    values = List.copyOf(values);
  }

  /** The mean; NaN if any value is. */
  double mean() {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /**
   * The standard deviation of the population that the values are drawn from, √(Σ(x − mean)²/(n −
   * 1)); NaN for a single value.
   */
  double deviation() {
    if (values.size() < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
