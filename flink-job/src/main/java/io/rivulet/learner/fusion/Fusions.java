package io.rivulet.learner.fusion;

import io.rivulet.learner.spec.FusionSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.util.List;
import java.util.Map;

/** Makes the fusion that a specification asks for. */
public final class Fusions {
  private static final double MIDDLE = 0.5;

  private Fusions() {}

  /**
   * The fusion of {@code spec}'s tasks in their order, without the multiclass ones: those say of
   * what kind an item is, not how good.
   */
  public static Fusion of(LearnerSpec spec) {
    FusionSpec fusion = spec.fusion();
    List<TaskSpec> tasks =
        spec.tasks().stream().filter(task -> task.type() != TaskType.MULTICLASS).toList();
    return switch (fusion.type()) {
      case AVERAGE -> new Average();
      case WEIGHTED -> new Weighted(weights(tasks, fusion.weights()));
      case PRODUCT -> new Product(weights(tasks, fusion.weights()));
      case VOTE ->
          new Vote(
              tasks.stream()
                  .mapToDouble(task -> threshold(task, fusion.thresholds().get(task.name())))
                  .toArray());
    };
  }

  private static double[] weights(List<TaskSpec> tasks, Map<String, Double> byName) {
    return tasks.stream().mapToDouble(task -> byName.getOrDefault(task.name(), 1.0)).toArray();
  }

  private static double threshold(TaskSpec task, Double found) {
    return found == null ? MIDDLE : task.score(found);
  }
}
