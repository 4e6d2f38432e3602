package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * Dynamic weight averaging (Liu, Johns, Davison, "End-to-end multi-task learning with attention",
 * CVPR 2019, equation 7): wₜ = T·softmaxₜ(rₜ/τ) with rₜ = L(k−1)/L(k−2), the ratio of the loss's
 * means over the last two epochs, and τ = 2. A task whose loss falls slowly gets more weight.
 *
 * <p>In a stream the two means are moving averages, one ten times as slow as the other. The ratio
 * stays within [0, 2]; it is 1 while a loss is 0.
 */
final class DynamicWeightAveraging implements TaskWeighting {
  private static final double TEMPERATURE = 2;
  private static final double LARGEST_RATIO = 2;

  private final MovingAverages fast;
  private final MovingAverages slow;
  private final WeightBudget budget;

  DynamicWeightAveraging(Segments dense, Axis tasks, double horizon) {
    fast = new MovingAverages(dense, "recent-losses", tasks, horizon / 10);
    slow = new MovingAverages(dense, "earlier-losses", tasks, horizon);
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
      slow.add(dense, task, signals.examples()[task], signals.losses()[task]);
      double earlier = slow.get(dense, task);
      double ratio = earlier > 0 ? fast.get(dense, task) / earlier : 1;
      logits[task] = Math.min(ratio, LARGEST_RATIO) / TEMPERATURE;
    }
    budget.divide(dense, signals, Softmax.of(logits, signals));
  }
}
