package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * Gives each task a fixed share of the update of what the tasks share: its weighted gradient at the
 * shared representation is multiplied by sₜ·Σⱼ Gⱼ/Gₜ, where Gₜ is the gradient's norm per labelled
 * example, as a slow moving average that includes the batch, and the shares s sum to 1. The norms'
 * sum stays what it was. The task's own layers learn as before. A task with share 0 leaves what is
 * shared alone.
 */
public final class UpdateShares {
  private final double[] shares;
  private final MovingAverages norms;

  /**
   * Appends the averages to {@code dense}.
   *
   * @param shares one per task, at least 0; empty: nothing is divided, and nothing appended
   */
  public UpdateShares(double[] shares, Axis tasks, Segments dense, double horizon) {
    this.shares = shares.clone();
    norms = shares.length == 0 ? null : new MovingAverages(dense, "update-norms", tasks, horizon);
  }

  /** Whether {@link #divide} and {@link #update} read the signals' shared norms. */
  public boolean readsSharedNorms() {
    return shares.length > 0;
  }

  /**
   * Changes the weighted gradients in place.
   *
   * @param dense the dense parameters; unchanged
   * @param signals what the batch tells, with its shared norms
   * @param weights the weights that the gradients have been multiplied by
   */
  public void divide(
      float[] dense, TaskSignals signals, double[] weights, TaskGradients gradients) {
    double[] averages = new double[shares.length];
    for (int task = 0; task < shares.length; task++) {
      double norm = signals.sharedNorms()[task] * weights[task];
      averages[task] =
          signals.present(task)
              ? norms.with(dense, task, signals.examples()[task], norm)
              : norms.get(dense, task);
    }
    double known = 0;
    double total = 0;
    for (int task = 0; task < shares.length; task++) {
      known += averages[task] > 0 ? shares[task] : 0;
      total += averages[task] > 0 ? averages[task] : 0;
    }
    for (int task = 0; task < shares.length; task++) {
      if (signals.present(task) && averages[task] > 0) {
        gradients.scale(task, known > 0 ? shares[task] / known * total / averages[task] : 0);
      }
    }
  }

  /** Learns the norms of a batch that {@link #divide} saw with the same {@code weights}. */
  public void update(float[] dense, TaskSignals signals, double[] weights) {
    for (int task = 0; task < shares.length; task++) {
      double norm = signals.sharedNorms()[task] * weights[task];
      norms.add(dense, task, signals.examples()[task], norm);
    }
  }
}
