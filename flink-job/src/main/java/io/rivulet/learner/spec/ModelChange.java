package io.rivulet.learner.spec;

/** What becomes of learned numbers when the model has changed since they were saved. */
public enum ModelChange {
  /** Nothing: the job does not start. */
  REFUSE,
  /** Every number that both models have is kept; the others begin as in a new model. */
  GROW,
  /** What has the same shape in both models is kept; all else begins as in a new model. */
  REINITIALISE
}
