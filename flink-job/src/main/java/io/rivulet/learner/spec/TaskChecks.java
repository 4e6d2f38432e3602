package io.rivulet.learner.spec;

import java.util.List;

/** Finds settings of a task that its type would silently ignore. */
final class TaskChecks {
  private TaskChecks() {}

  static void nothingIgnored(
      TaskType type, LabelSpec label, List<Double> range, List<String> classes) {
    boolean binary = type == TaskType.BINARY;
    boolean byValue = binary && label.hasThreshold();
    boolean multiclass = type == TaskType.MULTICLASS;
    unusedUnless(binary && !byValue, "label.positive", label.positive());
    unusedUnless(binary && !byValue, "label.negative", label.negative());
    unusedUnless(!binary || byValue, "label.actions", label.actions());
    if (!binary && label.hasThreshold()) {
      throw unused("label.atLeast", label.atLeast());
    }
    if (!multiclass && !label.from().isEmpty()) {
      throw unused("label.from", label.from());
    }
    unusedUnless(type == TaskType.REGRESSION, "range", range);
    unusedUnless(multiclass, "classes", classes);
  }

  static void onlyForRegression(TaskType type, String key, double found) {
    if (type != TaskType.REGRESSION && found != 0) {
      throw unused(key, found);
    }
  }

  private static void unusedUnless(boolean used, String key, List<?> found) {
    if (!used && !found.isEmpty()) {
      throw unused(key, found);
    }
  }

  private static SpecException unused(String key, Object found) {
    return new SpecException(
        key, found, "another type of task, or leave the key out: this type does not read it");
  }
}
