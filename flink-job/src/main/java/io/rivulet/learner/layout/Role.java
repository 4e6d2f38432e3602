package io.rivulet.learner.layout;

/** What a segment's numbers are there for. */
public enum Role {
  /** Moved by gradients. */
  WEIGHT,
  /** What an optimiser remembers: no prediction needs it. */
  SLOT,
  /** Counts, sums and averages, and what task weights are made of: of any size. */
  STATISTIC
}
