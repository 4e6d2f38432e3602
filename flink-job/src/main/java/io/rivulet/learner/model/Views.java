package io.rivulet.learner.model;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;

/**
 * Sets of vectors for users, items and categories: one that all tasks share, or one for each task
 * where tasks share nothing.
 *
 * @param count number of views
 */
record Views(int count) {
  static Views of(LearnerSpec spec) {
    boolean apart = spec.architecture().type() == ArchitectureType.SINGLE_TASK;
    return new Views(apart ? spec.tasks().size() : 1);
  }

  /** The view of a task. */
  int of(int task) {
    return count == 1 ? 0 : task;
  }
}
