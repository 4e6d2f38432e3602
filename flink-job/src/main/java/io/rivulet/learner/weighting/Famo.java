package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;

/**
 * FAMO (Liu, Feng, Stone, Liu, "FAMO: fast adaptive multitask optimization", NeurIPS 2023,
 * algorithm 1): decreases the logarithms of all losses at the same pace. With z = softmax(ξ) the
 * weights are c·zₜ/Lₜ, where c makes them sum to one (here to the number of tasks), and the logits
 * follow ξ ← ξ − β·(Jᵀδ + γ·ξ), where δₜ = log Lₜ(before) − log Lₜ(after) is the decrease that a
 * step made and (Jᵀδ)ₜ = zₜ·(δₜ − Σⱼ zⱼδⱼ). A task that decreases faster than the rest loses
 * weight.
 *
 * <p>In a stream, Lₜ is a moving average: the next batch holds other examples, and the difference
 * of two batches is mostly noise. The logits of a task that is absent stay. A loss counts as at
 * least 1e-8 (as in the authors' program), a logit stays within ±5.
 */
final class Famo implements TaskWeighting {
  private static final double DECAY = 1e-3;
  private static final double LEAST_LOSS = 1e-8;
  private static final double LIMIT = 5;

  private final int offset;
  private final MovingAverages losses;
  private final WeightBudget budget;
  private final double learningRate;

  Famo(Segments dense, Axis tasks, double learningRate, double horizon) {
    offset = dense.add(new Segment("logits", Shape.of(tasks), Merge.SUM, Start.constant(0)));
    losses = new MovingAverages(dense, "losses", tasks, horizon);
    budget = new WeightBudget(dense, tasks);
    this.learningRate = learningRate;
  }

  @Override
  public void weights(float[] dense, TaskSignals signals, double[] weights) {
    budget.read(dense, weights);
  }

  @Override
  public void update(float[] dense, TaskSignals signals) {
    int tasks = signals.tasks();
    double[] shares = shares(dense, signals);
    double[] decrease = new double[tasks];
    double mean = 0;
    for (int task = 0; task < tasks; task++) {
      if (signals.present(task)) {
        double before = losses.get(dense, task);
        losses.add(dense, task, signals.examples()[task], signals.losses()[task]);
        double after = losses.get(dense, task);
        decrease[task] = Double.isNaN(before) ? 0 : logarithm(before) - logarithm(after);
        mean += shares[task] * decrease[task];
      }
    }
    for (int task = 0; task < tasks; task++) {
      if (signals.present(task)) {
        double logit = dense[offset + task];
        double gradient = shares[task] * (decrease[task] - mean) + DECAY * logit;
        dense[offset + task] =
            (float) Math.max(-LIMIT, Math.min(LIMIT, logit - learningRate * gradient));
      }
    }
    double[] proportions = shares(dense, signals);
    for (int task = 0; task < tasks; task++) {
      proportions[task] /= Math.max(LEAST_LOSS, losses.get(dense, task));
    }
    budget.divide(dense, signals, proportions);
  }

  private double[] shares(float[] dense, TaskSignals signals) {
    double[] logits = new double[signals.tasks()];
    for (int task = 0; task < logits.length; task++) {
      logits[task] = dense[offset + task];
    }
    return Softmax.of(logits, signals);
  }

  private static double logarithm(double loss) {
    return Math.log(Math.max(LEAST_LOSS, loss));
  }
}
