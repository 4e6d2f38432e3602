package io.rivulet.learner.layout;

/** How changes that several learners made to the same numbers are combined. */
public enum Merge {
  /** Changes add up: parameters. */
  SUM,
  /** Changes add up, but the sum never falls below 0: sums of squares and counts. */
  NOT_NEGATIVE,
  /** Changes are averaged: moving averages, which every learner moves towards its own stream. */
  AVERAGE;

  /** Adds {@code delta}, the sum of the changes of {@code contributors} learners. */
  public float apply(float value, float delta, int contributors) {
    return switch (this) {
      case SUM -> value + delta;
      case NOT_NEGATIVE -> Math.max(0, value + delta);
      case AVERAGE -> value + delta / contributors;
    };
  }
}
