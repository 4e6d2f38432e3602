package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * The unit of each task's loss, in the dense parameters: the mean square of the gradient at the
 * outputs over the mean curvature. For a log-likelihood whose probabilities are right the two are
 * equal (Bartlett's second identity), however far the task is learned, and the unit is 1; of such a
 * loss times c, the gradient's square is c² times as large and the curvature c times, so the unit
 * is c. For a squared error it is the variance left over that assumed.
 *
 * <p>Both means are slow moving averages. Before many examples are known, the unit leans to the
 * curvature, as if that were 1 in the loss's own unit.
 */
final class LossUnits {
  /** Examples that weigh as much as the assumption. */
  private static final double ASSUMED = 10;

  private final MovingAverages squares;
  private final MovingAverages curvatures;

  /**
   * Appends the averages to {@code dense}.
   *
   * @param horizon number of labelled examples after which a number counts 1/e
   */
  LossUnits(Segments dense, Axis tasks, double horizon) {
    squares = new MovingAverages(dense, "output-squares", tasks, horizon);
    curvatures = new MovingAverages(dense, "curvatures", tasks, horizon);
  }

  /** The unit with the batch in it, at least 0; NaN for a task that never had a label. */
  double with(float[] dense, TaskSignals signals, int task) {
    double examples = signals.examples()[task];
    double square = squares.get(dense, task);
    double curvature = curvatures.get(dense, task);
    if (signals.present(task)) {
      square = squares.with(dense, task, examples, square(signals, task));
      curvature = curvatures.with(dense, task, examples, signals.curvatures()[task]);
    }
    double known = squares.count(dense, task) + examples;
    double assumed = curvature * curvature;
    return (known * square + ASSUMED * assumed) / ((known + ASSUMED) * curvature);
  }

  /** Takes in a batch. */
  void add(float[] dense, TaskSignals signals) {
    for (int task = 0; task < signals.tasks(); task++) {
      squares.add(dense, task, signals.examples()[task], square(signals, task));
      curvatures.add(dense, task, signals.examples()[task], signals.curvatures()[task]);
    }
  }

  private static double square(TaskSignals signals, int task) {
    return signals.outputNorms()[task] * signals.outputNorms()[task];
  }
}
