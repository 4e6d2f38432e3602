package io.rivulet.learner.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How the binary tasks' probabilities and the regressions' predictions, each mapped to [0, 1] by
 * its range, become one score to rank by. Multiclass tasks take no part.
 */
public record FusionSpec(
    @Key(
            value =
                "`average`, `weighted` (Σ w·p / Σ w), `product` (Π p^w) or `vote` (share of the tasks"
                    + " that reach their threshold).",
            otherwise = "average")
        FusionType type,
    @Key(
            value =
                "weighted, product: weight by task name, each >= 0; a task that is not named has 1.",
            otherwise = "{}")
        Map<String, Double> weights,
    @Key(
            value =
                "vote: threshold by task name, a probability or in the label's unit; a task that is"
                    + " not named has 0.5, or the middle of its range.",
            otherwise = "{}")
        Map<String, Double> thresholds)
    implements Serializable {

  /** Checks the ranges, and that nothing is set that the type would silently ignore. */
  public FusionSpec {
    weights = Map.copyOf(weights);
    thresholds = Map.copyOf(thresholds);
    weights.forEach((task, weight) -> Checks.notNegative("weights." + task, weight));
    boolean weighs = type == FusionType.WEIGHTED || type == FusionType.PRODUCT;
    if (!weighs && !weights.isEmpty()) {
      throw new SpecException("weights", weights, "type: weighted or product, or no weights");
    }
    if (type != FusionType.VOTE && !thresholds.isEmpty()) {
      throw new SpecException("thresholds", thresholds, "type: vote, or no thresholds");
    }
  }

  /** Checks the names and ranges against the tasks. */
  void check(List<TaskSpec> tasks) {
    List<TaskSpec> ranking =
        tasks.stream().filter(task -> task.type() != TaskType.MULTICLASS).toList();
    Checks.known("fusion.weights", weights.keySet(), ranking);
    Checks.known("fusion.thresholds", thresholds.keySet(), ranking);
    for (TaskSpec task : ranking) {
      Double threshold = thresholds.get(task.name());
      if (threshold != null) {
        boolean regression = task.type() == TaskType.REGRESSION;
        double low = regression ? task.range().get(0) : 0;
        double high = regression ? task.range().get(1) : 1;
        Checks.within("fusion.thresholds." + task.name(), threshold, low, high);
      }
    }
    if (!ranking.isEmpty()
        && ranking.stream().allMatch(task -> weights.getOrDefault(task.name(), 1.0) == 0)) {
      throw new SpecException("fusion.weights", weights, "a weight above 0 for some task");
    }
  }
}
