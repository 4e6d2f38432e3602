package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * GradNorm (Chen, Badrinarayanan, Lee, Rabinovich, "GradNorm: gradient normalization for adaptive
 * loss balancing in deep multitask networks", ICML 2018, algorithm 1). With gₜ the norm of task t's
 * gradient, Gₜ = wₜ·gₜ and Ḡ their mean, it minimises Σₜ |Gₜ − Ḡ·rₜ^α| over the weights, the target
 * held constant: wₜ ← wₜ − η·sign(Gₜ − Ḡ·rₜ^α)·gₜ/Ḡ, then scales them to sum to the number of
 * tasks. rₜ is the task's L/L(0) over the mean of all: who has learned less is pulled harder.
 *
 * <p>In a stream: gₜ is taken at the shared representation instead of the last shared layer's
 * weights (no further backward pass), per labelled example and as a moving average; L is a moving
 * average too, and L(0) one ten times as slow, which forgets the beginning. The step is divided by
 * Ḡ, so that η has no unit. A weight changes by at most a tenth of itself in one step. A product of
 * tasks has no tower, so its gradient there is not known, and its weight stays.
 */
final class GradNorm implements TaskWeighting {
  /** The paper's α, which it varies between 0.12 and 1.5. */
  private static final double ASYMMETRY = 0.12;

  private static final double LARGEST_CHANGE = 0.1;

  private final MovingAverages norms;
  private final MovingAverages fast;
  private final MovingAverages slow;
  private final WeightBudget budget;
  private final double learningRate;

  GradNorm(Segments dense, Axis tasks, double learningRate, double horizon) {
    norms = new MovingAverages(dense, "shared-norms", tasks, horizon / 10);
    fast = new MovingAverages(dense, "recent-losses", tasks, horizon / 10);
    slow = new MovingAverages(dense, "first-losses", tasks, horizon);
    budget = new WeightBudget(dense, tasks);
    this.learningRate = learningRate;
  }

  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    budget.read(dense, weights);
  }

  @Override
  public boolean readsSharedNorms() {
    return true;
  }

  @Override
  public void update(float[] dense, TaskSignals all) {
    TaskSignals signals = all.measured();
    int tasks = signals.tasks();
    double[] rates = new double[tasks];
    double meanNorm = 0;
    double meanRate = 0;
    int present = 0;
    for (int task = 0; task < tasks; task++) {
      if (signals.present(task)) {
        norms.add(dense, task, signals.examples()[task], signals.sharedNorms()[task]);
        fast.add(dense, task, signals.examples()[task], signals.losses()[task]);
        slow.add(dense, task, signals.examples()[task], signals.losses()[task]);
        double first = slow.get(dense, task);
        rates[task] = first > 0 ? fast.get(dense, task) / first : 1;
        meanRate += rates[task];
        meanNorm += budget.get(dense, task) * norms.get(dense, task);
        present++;
      }
    }
    meanRate /= present;
    meanNorm /= present;
    if (!(meanNorm > 0) || !(meanRate > 0)) {
      return;
    }
    double[] moved = new double[tasks];
    for (int task = 0; task < tasks; task++) {
      if (signals.present(task)) {
        double weight = budget.get(dense, task);
        double norm = norms.get(dense, task);
        double target = meanNorm * Math.pow(rates[task] / meanRate, ASYMMETRY);
        double step = learningRate * Math.signum(weight * norm - target) * norm / meanNorm;
        double most = LARGEST_CHANGE * weight;
        moved[task] = weight - Math.max(-most, Math.min(most, step));
      }
    }
    budget.divide(dense, signals, moved);
  }
}
