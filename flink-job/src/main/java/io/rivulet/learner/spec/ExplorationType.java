package io.rivulet.learner.spec;

/** How items of which little is known get their chance. */
public enum ExplorationType {
  /** Not at all: the best first. */
  NONE,
  /** Each place goes now and then to any item. */
  EPSILON_GREEDY,
  /** Uncertainty counts as merit. */
  UCB,
  /** Scores are drawn at random, the wider the less is known. */
  THOMPSON
}
