package io.rivulet.onnx;

import io.rivulet.learner.spec.TaskSpec;
import java.util.Set;

/** The names of a model's inputs and outputs. */
final class Names {
  static final String USER = "user";
  static final String ITEM = "item";
  static final String CATEGORIES = "categories";
  static final String NUMBERS = "numbers";
  static final String CONTENT = "content";
  static final String FUSED = "fused";

  private static final Set<String> TAKEN = Set.of(USER, ITEM, CATEGORIES, NUMBERS, CONTENT, FUSED);

  private Names() {}

  /** The task's name. Where that is taken, with a suffix that no task's name can have. */
  static String output(TaskSpec task) {
    return TAKEN.contains(task.name()) ? task.name() + ".prediction" : task.name();
  }
}
