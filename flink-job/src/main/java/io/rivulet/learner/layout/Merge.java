package io.rivulet.learner.layout;

/** How changes that several learners made to the same numbers are combined. */
public enum Merge {
  /** Changes add up: parameters. */
  SUM,
  /** Changes add up, but the sum never falls below 0: sums of squares and counts. */
  NOT_NEGATIVE,
  /** Changes are averaged: moving averages, which every learner moves towards its own stream. */
  AVERAGE;

  /**
   * Adds {@code delta}, the sum of the changes of {@code contributors} learners, to {@code value}
   * between two indices; the second one is exclusive.
   */
  public void apply(float[] value, float[] delta, int from, int to, int contributors) {
    switch (this) {
      case SUM -> {
        for (int i = from; i < to; i++) {
          value[i] += delta[i];
        }
      }
      case NOT_NEGATIVE -> {
        for (int i = from; i < to; i++) {
          value[i] = Math.max(0, value[i] + delta[i]);
        }
      }
      case AVERAGE -> {
        for (int i = from; i < to; i++) {
          value[i] += delta[i] / contributors;
        }
      }
    }
  }
}
