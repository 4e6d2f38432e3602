package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;

/**
 * Minimises Σₜ log Lₜ, the logarithm of the losses' geometric mean (Chennupati, Sistu, Yogamani,
 * Rawashdeh, "MultiNet++: multi-stream feature aggregation and geometric loss strategy for
 * multi-task learning", CVPR workshops 2019, equation 2): the weight is 1/Lₜ, times log 2, the loss
 * of a coin toss, so that a task that knows nothing has a weight near 1.
 *
 * <p>In a stream Lₜ is a moving average that includes the batch: a small batch's own mean may be
 * close to 0 by chance. A weight is at most 1000.
 */
final class LogSum implements TaskWeighting {
  private static final double COIN_TOSS = Math.log(2);
  private static final double LARGEST = 1000;

  private final MovingAverages losses;

  LogSum(Segments dense, Axis tasks, double horizon) {
    losses = new MovingAverages(dense, "losses", tasks, horizon);
  }

  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    for (int task = 0; task < weights.length; task++) {
      double loss =
          signals.present(task)
              ? losses.with(dense, task, signals.examples()[task], signals.losses()[task])
              : losses.get(dense, task);
      weights[task] = Double.isNaN(loss) ? 1 : Math.min(LARGEST, COIN_TOSS / loss);
    }
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    for (int task = 0; task < signals.tasks(); task++) {
      losses.add(dense, task, signals.examples()[task], signals.losses()[task]);
    }
  }
}
