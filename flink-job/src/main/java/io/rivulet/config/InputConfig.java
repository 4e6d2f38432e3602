package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which events are accepted. */
public record InputConfig(
    @Key(
            value =
                "Actions that no task names but that may occur: their events are scored, and give"
                    + " labels only to tasks that take any action. An event with an unknown action"
                    + " goes to dead-letters.",
            otherwise = "[]")
        List<String> otherActions,
    @Key(
            value =
                "How far an event's eventTime, or an item's updateTime, may lie in the future by the"
                    + " clock here, 0ms to 3650d. A record beyond it goes to dead-letters.",
            otherwise = "1h")
        Duration futureLimit,
    @Key(
            value =
                "How long after an event another one of the same user with the same eventId is"
                    + " taken for the same event, and dropped: neither scored nor learned from,"
                    + " only counted. By the clock here, 1s to 30d; about 8 bytes of state for"
                    + " each event in it. 0ms: none is dropped.",
            otherwise = "10min")
        Duration duplicateWindow)
    implements Serializable {

  /** Checks the ranges, and that each action stands there once. */
  public InputConfig {
    otherActions = List.copyOf(otherActions);
    Ranges.within("futureLimit", futureLimit, Duration.ZERO, Duration.ofDays(3650));
    Ranges.zeroOrWithin(
        "duplicateWindow", duplicateWindow, Duration.ofSeconds(1), Duration.ofDays(30));
    Set<String> seen = new HashSet<>();
    for (String action : otherActions) {
      if (action.isBlank() || !seen.add(action)) {
        throw new SpecException("otherActions", action, "each action once, and none empty");
      }
    }
  }
}
