package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;

/**
 * Weights whose sum is the number of tasks, in the dense parameters. The tasks of a batch divide
 * anew what they had together, so that the others keep theirs.
 */
final class WeightBudget {
  private static final double LEAST = 1e-4;

  private final int offset;

  /** Appends the weights, 1 for each task, to {@code dense}. */
  WeightBudget(Segments dense, Axis tasks) {
    offset =
        dense.add(new Segment("task-weights", Shape.of(tasks), Merge.AVERAGE, Start.constant(1)));
  }

  /** The weight of a task, above 0. */
  double get(float[] dense, int task) {
    return Math.max(LEAST, dense[offset + task]);
  }

  /** Copies the weights. */
  void read(float[] dense, double[] weights) {
    for (int task = 0; task < weights.length; task++) {
      weights[task] = get(dense, task);
    }
  }

  /**
   * Divides what the tasks of the batch had together in the given proportions.
   *
   * @param proportions at least 0; not looked at for a task that is not in the batch
   */
  void divide(float[] dense, TaskSignals signals, double[] proportions) {
    double budget = 0;
    double sum = 0;
    for (int task = 0; task < proportions.length; task++) {
      if (signals.present(task)) {
        budget += get(dense, task);
        sum += proportions[task];
      }
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      return;
    }
    for (int task = 0; task < proportions.length; task++) {
      if (signals.present(task)) {
        dense[offset + task] = (float) Math.max(LEAST, budget * proportions[task] / sum);
      }
    }
  }
}
