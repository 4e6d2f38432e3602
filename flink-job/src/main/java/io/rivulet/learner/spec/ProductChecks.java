package io.rivulet.learner.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether products of tasks and the tasks they are made of go together. */
final class ProductChecks {
  private ProductChecks() {}

  static void check(List<TaskSpec> tasks, WeightingSpec weighting) {
    Set<String> factors = new HashSet<>();
    List<TaskSpec> binary = tasks.stream().filter(task -> task.type() == TaskType.BINARY).toList();
    for (int i = 0; i < tasks.size(); i++) {
      TaskSpec task = tasks.get(i);
      if (task.hasTower() && i > 0 && !tasks.get(i - 1).hasTower()) {
        throw new SpecException(
            "tasks[" + (i - 1) + "].name",
            tasks.get(i - 1).name(),
            "products after all other tasks only");
      }
      Checks.known("tasks[" + i + "].of", Set.copyOf(task.of()), binary);
      factors.addAll(task.of());
    }
    for (int i = 0; i < tasks.size(); i++) {
      TaskSpec task = tasks.get(i);
      if (!task.hasLabel() && !factors.contains(task.name())) {
        throw TaskChecks.missing("tasks[" + i + "].label", task.label());
      }
    }
    if (!tasks.stream().allMatch(TaskSpec::hasTower) && !weighting.shares().isEmpty()) {
      throw new SpecException(
          "weighting.shares",
          weighting.shares(),
          "none: what a product learns from comes mixed with what its factors do");
    }
  }
}
