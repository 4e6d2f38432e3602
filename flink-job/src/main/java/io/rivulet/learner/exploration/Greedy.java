package io.rivulet.learner.exploration;

import java.util.random.RandomGenerator;

/** No exploration: the best first. */
final class Greedy implements Exploration {
  @Override
  public int[] order(float[] scores, double[] uncertainty, RandomGenerator random) {
    double[] keys = new double[scores.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = scores[i];
    }
    return Order.descending(keys);
  }
}
