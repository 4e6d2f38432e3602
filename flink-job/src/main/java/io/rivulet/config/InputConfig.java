package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
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
        List<String> otherActions)
    implements Serializable {

  /** Checks that each action stands there once. */
  public InputConfig {
    otherActions = List.copyOf(otherActions);
    Set<String> seen = new HashSet<>();
    for (String action : otherActions) {
      if (action.isBlank() || !seen.add(action)) {
        throw new SpecException("otherActions", action, "each action once, and none empty");
      }
    }
  }
}
