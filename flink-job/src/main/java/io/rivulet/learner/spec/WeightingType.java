package io.rivulet.learner.spec;

/** How the tasks' losses are weighted against each other. */
public enum WeightingType {
  /** Every task has weight 1. */
  EQUAL,
  /** Homoscedastic uncertainty, learned (Kendall, Gal, Cipolla, CVPR 2018). */
  UNCERTAINTY
}
