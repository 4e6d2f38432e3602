package io.rivulet.learner.model;

import java.util.List;

/** What lies between the input and the tasks' towers: how tasks share what they learn. */
interface Architecture {
  /** All layers with weights. */
  List<Layer> layers();

  /** Number of values that each task's tower reads. */
  int representation();

  /**
   * A pass over {@code input} whose output is, for each task in turn, its {@link #representation}.
   * The number of products that it asks for depends neither on the number of experts nor on that of
   * the tasks.
   */
  Pass pass(Passes passes, Activations input);
}
