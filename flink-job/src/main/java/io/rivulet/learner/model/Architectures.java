package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.spec.ArchitectureSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;

/** Makes the architecture that a specification asks for. */
final class Architectures {
  private Architectures() {}

  /**
   * Appends the parameters of the architecture to those that {@code blocks} has made.
   *
   * @param inputs what a view of the input holds
   */
  static Architecture of(ArchitectureSpec spec, List<TaskSpec> tasks, Axis inputs, Blocks blocks) {
    List<String> names = tasks.stream().map(TaskSpec::name).toList();
    List<Integer> hidden = spec.hidden();
    return switch (spec.type()) {
      case SHARED_BOTTOM -> new SharedBottom(blocks, hidden, tasks.size(), inputs);
      case SINGLE_TASK -> new SingleTask(blocks, hidden, names, inputs);
      case MMOE -> new MultiGateMixture(blocks, hidden, spec.experts(), names, inputs);
      case PLE ->
          new LayeredExtraction(
              blocks, hidden, spec.levels(), spec.experts(), spec.taskExperts(), names, inputs);
    };
  }
}
