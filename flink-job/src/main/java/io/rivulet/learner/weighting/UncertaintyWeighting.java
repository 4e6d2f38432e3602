package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;

/**
 * Homoscedastic uncertainty (Kendall, Gal, Cipolla, "Multi-task learning using uncertainty to weigh
 * losses for scene geometry and semantics", CVPR 2018, equation 7): minimises Σₜ e^−sₜ·Lₜ + sₜ/2,
 * with the log-variance sₜ = log σₜ² learned by gradient descent, dsₜ = ½ − e^−sₜ·Lₜ. The weight is
 * e^−sₜ.
 *
 * <p>In a stream, Lₜ is a moving average: of a task that is nearly always right, most batches have
 * no loss and a few a large one, whose steps would have to be cut. A loss that goes to 0 would
 * drive its weight to infinity: sₜ stays within ±6, and one step moves it by at most the learning
 * rate.
 */
final class UncertaintyWeighting implements TaskWeighting {
  private static final double LIMIT = 6;

  private final int offset;
  private final MovingAverages losses;
  private final double learningRate;

  UncertaintyWeighting(Segments dense, Axis tasks, double learningRate, double horizon) {
    this.offset =
        dense.add(new Segment("log-variances", Shape.of(tasks), Merge.SUM, Start.constant(0)));
    this.losses = new MovingAverages(dense, "losses", tasks, horizon / 10);
    this.learningRate = learningRate;
  }

  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    for (int task = 0; task < weights.length; task++) {
      weights[task] = Math.exp(-logVariance(dense, task));
    }
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    for (int task = 0; task < signals.tasks(); task++) {
      if (signals.present(task)) {
        losses.add(dense, task, signals.examples()[task], signals.losses()[task]);
        double s = logVariance(dense, task);
        double gradient = Math.max(-1, 0.5 - Math.exp(-s) * losses.get(dense, task));
        dense[offset + task] = (float) clamp(s - learningRate * gradient);
      }
    }
  }

  private double logVariance(float[] dense, int task) {
    return clamp(dense[offset + task]);
  }

  private static double clamp(double value) {
    return Math.max(-LIMIT, Math.min(LIMIT, value));
  }
}
