package io.rivulet.compare;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.StatisticsSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which models, and what is changed in the configuration for all of them. */
final class ModelOptions {
  @Option(
      names = "--architectures",
      paramLabel = "NAMES",
      description =
          "Architectures to compare, with commas between, or all. With --weightings: each with"
              + " each. Neither: all architectures with equal and the configured weights, and all"
              + " weightings with the configured architecture.",
      defaultValue = "")
  private String architectures;

  @Option(
      names = "--weightings",
      paramLabel = "NAMES",
      description = "Weightings to compare, with commas between, or all.",
      defaultValue = "")
  private String weightings;

  @Option(
      names = "--scale",
      paramLabel = "TASK=X",
      description = "The loss of a task is multiplied, such as rating=100.",
      defaultValue = "")
  private String scale;

  @Option(
      names = "--statistics",
      paramLabel = "BOOLEAN",
      description = "Running statistics as inputs: true or false (default: as configured).",
      defaultValue = "")
  private String statistics;

  /** The models to compare. */
  List<Variant> variants(LearnerSpec configured) {
    Grid grid = new Grid(configured);
    if (architectures.isBlank() && weightings.isBlank()) {
      return grid.usual();
    }
    return grid.of(
        architectures.isBlank()
            ? null
            : Choices.constants("compare.architectures", architectures, ArchitectureType.class),
        weightings.isBlank() ? null : weightings(grid));
  }

  private List<WeightingType> weightings(Grid grid) {
    return weightings.equals(Choices.ALL)
        ? grid.weightings()
        : Choices.constants("compare.weightings", weightings, WeightingType.class);
  }

  /** What is changed for all models, one line each. */
  List<String> changes(LearnerSpec configured) {
    List<String> changes = new ArrayList<>();
    if (!statistics.isEmpty()) {
      changes.add("running statistics " + (statistics.equals("true") ? "on" : "off"));
    }
    scales(configured)
        .forEach((task, factor) -> changes.add(task + ": loss × " + Numbers.plain(factor)));
    return changes;
  }

  private Map<String, Double> scales(LearnerSpec configured) {
    return Choices.byTask(
        "compare.scale",
        scale,
        configured.tasks(),
        factor -> factor > 0 && Double.isFinite(factor),
        "a finite number greater than 0");
  }

  /** What all models have in common. */
  LearnerSpec common(LearnerSpec configured) {
    Map<String, Double> scales = scales(configured);
    return configured
        .withTasks(
            configured.tasks().stream()
                .map(task -> scaled(task, scales.getOrDefault(task.name(), 1.0)))
                .toList())
        .withStatistics(statistics(configured.statistics()));
  }

  private static TaskSpec scaled(TaskSpec task, double factor) {
    return task.withLossScale(factor * task.lossScale());
  }

  private StatisticsSpec statistics(StatisticsSpec old) {
    boolean enabled =
        switch (statistics) {
          case "" -> old.enabled();
          case "true" -> true;
          case "false" -> false;
          default -> throw new SpecException("compare.statistics", statistics, "true or false");
        };
    return new StatisticsSpec(enabled, old.damping(), old.userMemory(), old.itemMemory());
  }
}
