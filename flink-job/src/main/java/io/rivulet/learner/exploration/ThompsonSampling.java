package io.rivulet.learner.exploration;

import java.util.random.RandomGenerator;

/**
 * Ranks by scores drawn at random: from normal distributions around the model's, with scale times
 * the uncertainty as deviation (Thompson 1933; as here, with a normal distribution, Chapelle and
 * Li, An Empirical Evaluation of Thompson Sampling, NIPS 2011).
 */
final class ThompsonSampling implements Exploration {
  private final double scale;

  ThompsonSampling(double scale) {
    this.scale = scale;
  }

  @Override
  public int[] order(float[] scores, double[] uncertainty, RandomGenerator random) {
    double[] keys = new double[scores.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = scores[i] + scale * uncertainty[i] * random.nextGaussian();
    }
    return Order.descending(keys);
  }
}
