package io.rivulet.learner.layout;

/** How changes that several learners made to the same numbers are combined. */
public enum Merge {
  /** Changes add up: parameters. */
  SUM,
  /** Changes add up, but the sum never falls below 0: sums of squares and counts. */
  NOT_NEGATIVE,
  /** Changes are averaged: moving averages, which every learner moves towards its own stream. */
  AVERAGE
}
