package io.rivulet.learner.spec;

/** How the tasks share what they learn. */
public enum ArchitectureType {
  /** One bottom for all tasks, one tower per task (Caruana, 1997). */
  SHARED_BOTTOM
}
