package io.rivulet.learner.weighting;

import java.util.Arrays;

/**
 * PCGrad (Yu, Kumar, Gupta, Levine, Hausman, Finn, "Gradient surgery for multi-task learning",
 * NeurIPS 2020, algorithm 1): where the gradients of two tasks point against each other, each loses
 * its part along the other: gᵢ ← gᵢ − (gᵢ·gⱼ / ‖gⱼ‖²)·gⱼ for every j, in random order, with gᵢ·gⱼ
 * &lt; 0, where gⱼ is as it was before. All tasks have weight 1.
 *
 * <p>In its streaming form the gradients are those at the shared representation, over all examples
 * of the batch. All projections are computed from the tasks' inner products, and applied in one go.
 * The order is drawn from the inner products' bits, so that a replay repeats.
 */
record PcGrad() implements TaskWeighting {
  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    Arrays.fill(weights, 1);
  }

  @Override
  public void reconcile(TaskGradients gradients) {
    int tasks = gradients.tasks();
    double[][] dots = new double[tasks][tasks];
    boolean conflict = false;
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j <= i; j++) {
        dots[i][j] = gradients.dot(i, j);
        dots[j][i] = dots[i][j];
        conflict |= dots[i][j] < 0;
      }
    }
    if (conflict) {
      double[][] factors = new double[tasks][];
      for (int task = 0; task < tasks; task++) {
        factors[task] = project(task, dots);
      }
      gradients.combine(factors);
    }
  }

  /** The projected gradient of {@code task} as factors of the gradients of all. */
  private static double[] project(int task, double[][] dots) {
    double[] factors = new double[dots.length];
    factors[task] = 1;
    for (int other : ShuffledTasks.order(dots.length, task, dots[task])) {
      double product = 0;
      for (int i = 0; i < factors.length; i++) {
        product += factors[i] * dots[i][other];
      }
      if (other != task && product < 0 && dots[other][other] > 0) {
        factors[other] -= product / dots[other][other];
      }
    }
    return factors;
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    // Nothing to learn.
  }
}
