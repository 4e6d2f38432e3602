package io.rivulet.learner.spec;

import java.io.Serializable;

/** Running statistics of users and items as inputs, for binary tasks and regressions. */
public record StatisticsSpec(
    @Key(
            value =
                "Whether mean and number of a user's and an item's past labels are inputs. Switch"
                    + " off for a task with very few labels.",
            otherwise = "true")
        boolean enabled,
    @Key(
            value =
                "Labels at the expected value that are added to each mean, > 0; more makes the"
                    + " first labels of a user or an item count less.",
            otherwise = "4.0")
        double damping,
    @Key(
            value =
                "A second mean is over this many of a user's last labels, 1 to 1000: it follows the"
                    + " user's mood.",
            otherwise = "5.0")
        double userMemory,
    @Key(
            value = "A second mean is over this many of an item's last labels, 1 to 1000.",
            otherwise = "50.0")
        double itemMemory)
    implements Serializable {

  /** Checks the ranges. */
  public StatisticsSpec {
    Checks.positive("damping", damping);
    Checks.within("userMemory", userMemory, 1, 1000);
    Checks.within("itemMemory", itemMemory, 1, 1000);
  }
}
