package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * Frees another weighting from the units of the losses: each task's loss is divided by its unit
 * first (see {@link LossUnits}). A loss times 100 has a unit 100 times as large, so that everything
 * behind it computes the same. Likelihoods keep the weights they have.
 *
 * <p>Gradients at the outputs need no backward pass, and are alike for all architectures. A batch
 * whose gradient is longer than ten, and than ten times the root of its curvature, is shortened to
 * that: one bad batch does not take the other tasks with it.
 */
final class UnitFreeWeighting implements TaskWeighting {
  private static final double MOST = 10;
  private static final double LARGEST = 1e12;

  private final TaskWeighting weighting;
  private final LossUnits units;

  UnitFreeWeighting(TaskWeighting weighting, Segments dense, Axis tasks, double horizon) {
    this.weighting = weighting;
    this.units = new LossUnits(dense, tasks, horizon);
  }

  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    double[] scale = scale(dense, signals);
    TaskSignals scaled = signals.scaled(scale);
    weighting.weights(dense, scaled, weights);
    for (int task = 0; task < weights.length; task++) {
      weights[task] *= scale[task];
      double norm = scaled.outputNorms()[task];
      double most = MOST * Math.max(1, Math.sqrt(scaled.curvatures()[task]));
      if (norm > most) {
        weights[task] *= most / norm;
      }
    }
  }

  @Override
  public void reconcile(TaskGradients gradients) {
    weighting.reconcile(gradients);
  }

  @Override
  public boolean readsSharedNorms() {
    return weighting.readsSharedNorms();
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    weighting.update(dense, signals.scaled(scale(dense, signals)));
    units.add(dense, signals);
  }

  private double[] scale(float[] dense, TaskSignals signals) {
    double[] scale = new double[signals.tasks()];
    for (int task = 0; task < scale.length; task++) {
      double unit = units.with(dense, signals, task);
      scale[task] = Double.isNaN(unit) ? 1 : 1 / Math.max(1 / LARGEST, Math.min(LARGEST, unit));
    }
    return scale;
  }
}
