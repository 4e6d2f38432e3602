package io.rivulet.learner.spec;

import java.util.HashSet;
import java.util.List;

/** One thing to predict, and where its label comes from. */
public record TaskSpec(
    @Key("The task's name, unique: a letter, then letters, digits, '-' or '_'.") String name,
    @Key("`binary`, `regression` or `multiclass`.") TaskType type,
    @Key("How the label follows from an event.") LabelSpec label,
    @Key(
            value =
                "regression: smallest and largest label, in its own unit. The target is scaled to"
                    + " [-1, 1] by them and predictions stay within them.",
            otherwise = "[]")
        List<Double> range,
    @Key(
            value = "multiclass: the classes; a label that is not among them counts as missing.",
            otherwise = "[]")
        List<String> classes) {

  /** Checks that the label's parts fit the type. */
  public TaskSpec {
    Checks.name("name", name);
    range = List.copyOf(range);
    classes = List.copyOf(classes);
    switch (type) {
      case BINARY -> checkBinary(label);
      case REGRESSION -> checkRegression(label, range);
      case MULTICLASS -> checkMulticlass(label, classes);
    }
  }

  /** Numbers that this task's tower puts out: one, or one per class. */
  public int outputs() {
    return type == TaskType.MULTICLASS ? classes.size() : 1;
  }

  private static void checkBinary(LabelSpec label) {
    boolean byAction = !label.positive().isEmpty() && !label.negative().isEmpty();
    boolean byValue = !label.actions().isEmpty() && label.atLeast().isPresent();
    if (byAction == byValue) {
      throw new SpecException(
          "label",
          label,
          "for a binary task either `positive` and `negative` (lists of actions), or `actions` and"
              + " `atLeast` (a threshold on the event's value)");
    }
  }

  private static void checkRegression(LabelSpec label, List<Double> range) {
    if (label.actions().isEmpty()) {
      throw new SpecException(
          "label.actions", "[]", "the actions whose value is the label, such as [rate]");
    }
    if (range.size() != 2 || !(range.get(0) < range.get(1))) {
      throw new SpecException(
          "range", range, "[smallest, largest] label of the regression, such as [1, 5]");
    }
  }

  private static void checkMulticlass(LabelSpec label, List<String> classes) {
    if (label.from().isEmpty()) {
      throw new SpecException(
          "label.from", "", "item.NAME or context.NAME, where the class is found");
    }
    if (classes.size() < 2 || new HashSet<>(classes).size() != classes.size()) {
      throw new SpecException("classes", classes, "at least two different class names");
    }
  }
}
