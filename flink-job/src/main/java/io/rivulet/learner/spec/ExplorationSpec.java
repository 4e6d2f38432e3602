package io.rivulet.learner.spec;

import java.io.Serializable;

/** How the candidates of a request are ordered besides by their score. */
public record ExplorationSpec(
    @Key(
            value =
                "`none` (the best first), `epsilon-greedy`, `ucb` or `thompson`. What is uncertain"
                    + " about a score is u = √((1/(1+n) + 1/(1+m)) / 2), for n examples of the user"
                    + " and m of the item so far.",
            otherwise = "none")
        ExplorationType type,
    @Key(
            value = "epsilon-greedy: the share of places that go to any of the items, 0 to 1.",
            otherwise = "0.1")
        double epsilon,
    @Key(
            value =
                "ucb: ranked by score + scale·u. thompson: by a score drawn around it with the"
                    + " deviation scale·u. A score is from 0 to 1; scale is finite, at least 0.",
            otherwise = "1.0")
        double scale)
    implements Serializable {

  /** Checks the ranges. */
  public ExplorationSpec {
    Checks.within("epsilon", epsilon, 0, 1);
    Checks.notNegative("scale", scale);
  }
}
