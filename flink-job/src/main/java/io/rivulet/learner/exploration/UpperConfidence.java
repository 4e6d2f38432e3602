package io.rivulet.learner.exploration;

import java.util.random.RandomGenerator;

/**
 * Ranks by an optimistic score: the model's, and scale times its uncertainty (UCB1: Auer,
 * Cesa-Bianchi and Fischer, Machine Learning 47, 2002). Without UCB1's factor √(2 ln t), which
 * grows with the number of trials: a model that forgets never counts them all.
 */
final class UpperConfidence implements Exploration {
  private final double scale;

  UpperConfidence(double scale) {
    this.scale = scale;
  }

  @Override
  public int[] order(float[] scores, double[] uncertainty, RandomGenerator random) {
    double[] keys = new double[scores.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = scores[i] + scale * uncertainty[i];
    }
    return Order.descending(keys);
  }
}
