package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * Smooth Tchebycheff scalarisation (Lin, Zhang, Yang, Liu, Wang, Zhang, "Smooth Tchebycheff
 * scalarization for multi-objective optimization", ICML 2024, equation 7): minimises μ·log Σₜ
 * exp((fₜ − z*ₜ)/μ), a smooth form of the worst objective; its gradient weighs task t by
 * softmaxₜ((fₜ − z*ₜ)/μ), here times the number of tasks.
 *
 * <p>In a stream, fₜ = L/n with a moving average of the loss, over one ten times as slow that
 * stands for the nadir point n: it forgets the beginning. The ideal point z* is 0, which no loss
 * falls below. fₜ stays within [0, 2]; it is 1 while a loss is 0.
 */
final class SmoothTchebycheff implements TaskWeighting {
  private static final double SMOOTHNESS = 1;
  private static final double LARGEST_OBJECTIVE = 2;

  private final MovingAverages fast;
  private final MovingAverages nadir;
  private final WeightBudget budget;

  SmoothTchebycheff(Segments dense, Axis tasks, double horizon) {
    fast = new MovingAverages(dense, "recent-losses", tasks, horizon / 10);
    nadir = new MovingAverages(dense, "nadir", tasks, horizon);
    budget = new WeightBudget(dense, tasks);
  }

  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    budget.read(dense, weights);
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    double[] logits = new double[signals.tasks()];
    for (int task = 0; task < logits.length; task++) {
      fast.add(dense, task, signals.examples()[task], signals.losses()[task]);
      nadir.add(dense, task, signals.examples()[task], signals.losses()[task]);
      double worst = nadir.get(dense, task);
      double objective = worst > 0 ? fast.get(dense, task) / worst : 1;
      logits[task] = Math.min(objective, LARGEST_OBJECTIVE) / SMOOTHNESS;
    }
    budget.divide(dense, signals, Softmax.of(logits, signals));
  }
}
