package io.rivulet.learner.fusion;

/** Makes one score to rank by out of the tasks' scores. Stateless. */
@FunctionalInterface
public interface Fusion {
  /**
   * The fused score; it never falls when a task's score rises.
   *
   * @param scores one per task that says how good an item is, at least one, each in [0, 1];
   *     unchanged
   * @return in [0, 1]
   */
  double fuse(double[] scores);
}
