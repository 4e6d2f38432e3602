package io.rivulet.learner.spec;

/** How the tasks share what they learn. */
public enum ArchitectureType {
  /** One bottom for all tasks, one tower per task (Caruana, 1997). */
  SHARED_BOTTOM,
  /** Everything of its own for each task, vectors included: what sharing is measured against. */
  SINGLE_TASK,
  /** Shared experts, a gate per task (Ma et al., KDD 2018). */
  MMOE,
  /** Shared experts and each task's own, in levels (Tang et al., RecSys 2020). */
  PLE
}
