package io.rivulet.learner.spec;

import java.util.HashSet;
import java.util.List;

/** What a task of each type must have, and what its type would silently ignore. */
final class TaskChecks {
  private static final String BINARY_LABEL =
      "for a binary task either `positive` and `negative` (lists of actions), or `actions` and"
          + " `atLeast` (a threshold on the event's value)";

  private TaskChecks() {}

  /** Without a label it must be part of a product, which {@link ProductChecks} sees to. */
  static void binary(LabelSpec label, double lossScale) {
    if (!label.isEmpty()) {
      yesOrNo(label);
    } else if (lossScale != 1) {
      throw new SpecException("lossScale", lossScale, "1: without a label there is no loss");
    }
  }

  static void regression(LabelSpec label, List<Double> range) {
    if (label.actions().isEmpty()) {
      throw new SpecException(
          "label.actions", "[]", "the actions whose value is the label, such as [rate]");
    }
    if (range.size() != 2 || !(range.get(0) < range.get(1))) {
      throw new SpecException(
          "range", range, "[smallest, largest] label of the regression, such as [1, 5]");
    }
  }

  static void multiclass(LabelSpec label, List<String> classes) {
    if (label.from().isEmpty()) {
      throw new SpecException(
          "label.from", "", "item.NAME or context.NAME, where the class is found");
    }
    if (classes.size() < 2 || new HashSet<>(classes).size() != classes.size()) {
      throw new SpecException("classes", classes, "at least two different class names");
    }
  }

  static void product(String name, LabelSpec label, List<String> of, boolean stopGradient) {
    yesOrNo(label);
    if (of.size() < 2 || new HashSet<>(of).size() != of.size() || of.contains(name)) {
      throw new SpecException("of", of, "the names of at least two different binary tasks");
    }
    if (stopGradient) {
      throw new SpecException(
          "stopGradient", true, "false, and stop its factors: a product has no tower of its own");
    }
  }

  private static void yesOrNo(LabelSpec label) {
    boolean byAction = !label.positive().isEmpty() && !label.negative().isEmpty();
    boolean byValue = !label.actions().isEmpty() && label.hasThreshold();
    if (byAction == byValue) {
      throw missing("label", label);
    }
  }

  /** The error of a binary task without a label that can be read. */
  static SpecException missing(String key, LabelSpec label) {
    return new SpecException(
        key,
        String.format(
            "positive %s, negative %s, actions %s, atLeast %s",
            label.positive(), label.negative(), label.actions(), label.atLeast()),
        BINARY_LABEL);
  }

  static void nothingIgnored(
      TaskType type, LabelSpec label, List<String> of, List<Double> range, List<String> classes) {
    boolean yesOrNo = type == TaskType.BINARY || type == TaskType.PRODUCT;
    boolean byValue = yesOrNo && label.hasThreshold();
    boolean multiclass = type == TaskType.MULTICLASS;
    unusedUnless(yesOrNo && !byValue, "label.positive", label.positive());
    unusedUnless(yesOrNo && !byValue, "label.negative", label.negative());
    unusedUnless(!yesOrNo || byValue, "label.actions", label.actions());
    if (!yesOrNo && label.hasThreshold()) {
      throw unused("label.atLeast", label.atLeast());
    }
    if (!multiclass && !label.from().isEmpty()) {
      throw unused("label.from", label.from());
    }
    unusedUnless(type == TaskType.PRODUCT, "of", of);
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
