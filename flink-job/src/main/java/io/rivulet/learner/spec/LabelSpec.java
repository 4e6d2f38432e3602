package io.rivulet.learner.spec;

import java.io.Serializable;
import java.util.List;

/**
 * How a task's label follows from an event. An event that gives no label is scored, but this task
 * does not learn from it.
 */
public record LabelSpec(
    @Key(
            value = "binary, product: an event with one of these actions has label 1.",
            otherwise = "[]")
        List<String> positive,
    @Key(
            value = "binary, product: an event with one of these actions has label 0.",
            otherwise = "[]")
        List<String> negative,
    @Key(
            value =
                "Only events with one of these actions give a label. regression: the label is the"
                    + " event's value. multiclass: an empty list means any action.",
            otherwise = "[]")
        List<String> actions,
    @Key(
            value =
                "binary, product: an event with one of `actions` has label 1 if its value is at"
                    + " least this, else 0. `.nan`: not set.",
            otherwise = ".nan")
        double atLeast,
    @Key(
            value =
                "multiclass: where the class is found, `item.NAME` (an attribute of the item) or"
                    + " `context.NAME` (of the event).",
            otherwise = "")
        String from)
    implements Serializable {

  /** Checks that no action says both yes and no. */
  public LabelSpec {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    actions = List.copyOf(actions);
    for (String action : negative) {
      if (positive.contains(action)) {
        throw new SpecException("negative", action, "an action that is not `positive` as well");
      }
    }
    if (!from.isEmpty()) {
      Checks.reference("from", from);
    }
  }

  /** Whether no event gives a label. */
  boolean isEmpty() {
    return positive.isEmpty()
        && negative.isEmpty()
        && actions.isEmpty()
        && from.isEmpty()
        && !hasThreshold();
  }

  /** Whether the label of a binary task is the event's value against {@link #atLeast}. */
  public boolean hasThreshold() {
    return !Double.isNaN(atLeast);
  }
}
