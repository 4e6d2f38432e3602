package io.rivulet.learner.spec;

import java.io.Serializable;
import java.util.List;

/** One thing to predict, and where its label comes from. */
public record TaskSpec(
    @Key("The task's name, unique: a letter, then letters, digits, '-' or '_'.") String name,
    @Key("`binary`, `regression`, `multiclass` or `product`.") TaskType type,
    @Key(
            value =
                "How the label follows from an event; required, but for a binary task in a product,"
                    + " which without one learns from the product's label alone.",
            otherwise = "{}")
        LabelSpec label,
    @Key(
            value =
                "product: the binary tasks whose probabilities are multiplied, such as [click,"
                    + " purchase-after-click]. Its label is read like that of a binary task.",
            otherwise = "[]")
        List<String> of,
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
    of = List.copyOf(of);
    range = List.copyOf(range);
    classes = List.copyOf(classes);
    switch (type) {
      case BINARY -> TaskChecks.binary(label, lossScale);
      case REGRESSION -> TaskChecks.regression(label, range);
      case MULTICLASS -> TaskChecks.multiclass(label, classes);
      case PRODUCT -> TaskChecks.product(name, label, of, stopGradient);
    }
    Checks.positive("lossScale", lossScale);
    Checks.notNegative("huber", huber);
    TaskChecks.onlyForRegression(type, "huber", huber);
    TaskChecks.nothingIgnored(type, label, of, range, classes);
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
    return new TaskSpec(name, type, label, of, range, classes, lossScale, huber, stopGradient);
  }

  /** Numbers in this task's prediction: one, or one per class. */
  public int outputs() {
    return type == TaskType.MULTICLASS ? classes.size() : 1;
  }

  /** Whether the task has a part of the model of its own; a product has only its factors'. */
  public boolean hasTower() {
    return type != TaskType.PRODUCT;
  }

  /** Whether some events give a label of its own. */
  public boolean hasLabel() {
    return !label.isEmpty();
  }

  /** What each of these numbers stands for; a regression's with its unit, which its range sets. */
  public List<String> outputNames() {
    return switch (type) {
      case BINARY -> List.of("probability");
      case REGRESSION -> List.of("number in " + range);
      case MULTICLASS -> classes;
      case PRODUCT -> List.of("product of " + of);
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
}
