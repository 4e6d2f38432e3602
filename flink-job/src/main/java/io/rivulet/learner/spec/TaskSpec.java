package io.rivulet.learner.spec;

import java.io.Serializable;
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
        List<String> classes,
    @Key(
            value =
                "The loss is multiplied by this, > 0: states that it has another unit than the"
                    + " others. Adaptive weights undo it; it is no weight.",
            otherwise = "1.0")
        double lossScale,
    @Key(
            value =
                "regression: the error, in the label's unit, beyond which the loss grows in"
                    + " proportion to it (Huber), >= 0. 0: the squared error everywhere.",
            otherwise = "0.0")
        double huber,
    @Key(
            value =
                "`true`: the task learns its tower and biases only, on what the other tasks have"
                    + " made of shared layers and vectors.",
            otherwise = "false")
        boolean stopGradient)
    implements Serializable {

  /** Checks that the label's parts fit the type, and that none is there for nothing. */
  public TaskSpec {
    Checks.name("name", name);
    range = List.copyOf(range);
    classes = List.copyOf(classes);
    switch (type) {
      case BINARY -> checkBinary(label);
      case REGRESSION -> checkRegression(label, range);
      case MULTICLASS -> checkMulticlass(label, classes);
    }
    Checks.positive("lossScale", lossScale);
    Checks.notNegative("huber", huber);
    TaskChecks.onlyForRegression(type, "huber", huber);
    TaskChecks.nothingIgnored(type, label, range, classes);
  }

  /** The same with its loss in another unit. */
  public TaskSpec withLossScale(double other) {
    return with(other, stopGradient);
  }

  /** The same with or without an effect on what is shared. */
  public TaskSpec withStopGradient(boolean other) {
    return with(lossScale, other);
  }

  private TaskSpec with(double lossScale, boolean stopGradient) {
    return new TaskSpec(name, type, label, range, classes, lossScale, huber, stopGradient);
  }

  /** Numbers that this task's tower puts out: one, or one per class. */
  public int outputs() {
    return type == TaskType.MULTICLASS ? classes.size() : 1;
  }

  /** What each of these numbers stands for; a regression's with its unit, which its range sets. */
  public List<String> outputNames() {
    return switch (type) {
      case BINARY -> List.of("probability");
      case REGRESSION -> List.of("number in " + range);
      case MULTICLASS -> classes;
    };
  }

  /** What is learned: with another type or range, the same name is another task. */
  public String identity() {
    return type == TaskType.MULTICLASS ? name + ": class" : name + ": " + outputNames().get(0);
  }

  /**
   * A prediction as a score of how good an item is: a probability as it is, a number mapped from
   * its range to [0, 1].
   */
  public double score(double prediction) {
    return type == TaskType.REGRESSION
        ? (prediction - range.get(0)) / (range.get(1) - range.get(0))
        : prediction;
  }

  private static void checkBinary(LabelSpec label) {
    boolean byAction = !label.positive().isEmpty() && !label.negative().isEmpty();
    boolean byValue = !label.actions().isEmpty() && label.hasThreshold();
    if (byAction == byValue) {
      throw new SpecException(
          "label",
          String.format(
              "positive %s, negative %s, actions %s, atLeast %s",
              label.positive(), label.negative(), label.actions(), label.atLeast()),
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
