package io.rivulet.learner.spec;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a task's label follows from an event. An event that gives no label is scored, but this task
 * does not learn from it.
 */
public record LabelSpec(
    @Key(value = "binary: an event with one of these actions has label 1.", otherwise = "[]")
        List<String> positive,
    @Key(value = "binary: an event with one of these actions has label 0.", otherwise = "[]")
        List<String> negative,
    @Key(
            value =
                "Only events with one of these actions give a label. regression: the label is the"
                    + " event's value. multiclass: an empty list means any action.",
            otherwise = "[]")
        List<String> actions,
    @Key(
            value =
                "binary: an event with one of `actions` has label 1 if its value is at least this,"
                    + " else 0.",
            otherwise = "")
        OptionalDouble atLeast,
    @Key(
            value =
                "multiclass: where the class is found, `item.NAME` (an attribute of the item) or"
                    + " `context.NAME` (of the event).",
            otherwise = "")
        String from) {

  /** Copies the lists. */
  public LabelSpec {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    actions = List.copyOf(actions);
    if (!from.isEmpty()) {
      Checks.reference("from", from);
    }
  }
}
