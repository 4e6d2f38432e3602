package io.rivulet.learner.spec;

/** How the tasks' predictions become one score to rank by. */
public enum FusionType {
  /** Their mean. */
  AVERAGE,
  /** Their weighted mean. */
  WEIGHTED,
  /** The product of their powers. */
  PRODUCT,
  /** The share of tasks that reach their threshold. */
  VOTE
}
