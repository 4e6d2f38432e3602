package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * The unit of each task's loss, in the dense parameters: the mean square of the gradient over the
 * mean curvature, both at the raw outputs of the prior, the best prediction that knows nothing of
 * the example. For a log-likelihood the two are equal there (Bartlett's second identity), and the
 * unit is 1; of such a loss times c, the gradient's square is c² times as large and the curvature c
 * times, so the unit is c. For a squared error it is the labels' variance over that assumed.
 *
 * <p>At the model's own outputs it would be 1 only for a model whose probabilities are right: one
 * that is too sure of itself, as with few labels, would seem to have a larger unit.
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
    squares = new MovingAverages(dense, "prior-squares", tasks, horizon);
    curvatures = new MovingAverages(dense, "prior-curvatures", tasks, horizon);
  }

  /** The unit with the batch in it, at least 0; NaN for a task that never had a label. */
  double with(float[] dense, TaskSignals signals, int task) {
    double examples = signals.examples()[task];
    double square = squares.get(dense, task);
    double curvature = curvatures.get(dense, task);
    if (signals.present(task)) {
      square = squares.with(dense, task, examples, signals.priorSquares()[task]);
      curvature = curvatures.with(dense, task, examples, signals.priorCurvatures()[task]);
    }
    double known = squares.count(dense, task) + examples;
    double assumed = curvature * curvature;
    return (known * square + ASSUMED * assumed) / ((known + ASSUMED) * curvature);
  }

  /** Takes in a batch. */
  void add(float[] dense, TaskSignals signals) {
    for (int task = 0; task < signals.tasks(); task++) {
      squares.add(dense, task, signals.examples()[task], signals.priorSquares()[task]);
      curvatures.add(dense, task, signals.examples()[task], signals.priorCurvatures()[task]);
    }
  }
}
