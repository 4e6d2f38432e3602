package io.rivulet.onnx;

import io.rivulet.learner.spec.ArchitectureSpec;
import java.util.List;

/** What lies between the input and the tasks' towers. */
interface Architecture {
  /**
   * What each task's tower reads.
   *
   * @param views one that all tasks share, or one for each task
   */
  List<Value> representations(List<Value> views);

  /**
   * The architecture that a specification asks for.
   *
   * @param tasks the names of the tasks with a tower
   */
  static Architecture of(ArchitectureSpec spec, List<String> tasks, Layers layers) {
    return switch (spec.type()) {
      case SHARED_BOTTOM -> new SharedBottom(spec.hidden().size(), tasks.size(), layers);
      case SINGLE_TASK -> new SingleTask(spec.hidden().size(), tasks, layers);
      case MMOE -> new MultiGateMixture(spec, tasks, layers);
      case PLE -> new LayeredExtraction(spec, tasks, layers);
    };
  }
}
