package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;

/**
 * Sets of vectors for users, items and categories: one that all tasks share, or one for each task
 * where tasks share nothing.
 *
 * @param axis the views' names
 * @param count number of views
 */
record Views(Axis axis, int count) {
  private static final Axis SHARED = Axis.of("shared", 1);

  static Views of(LearnerSpec spec) {
    boolean apart = spec.architecture().type() == ArchitectureType.SINGLE_TASK;
    Axis axis = apart ? Axis.of(spec.towerIdentities()) : SHARED;
    return new Views(axis, axis.length());
  }

  /** The view of a task. */
  int of(int task) {
    return count == 1 ? 0 : task;
  }
}
