package io.rivulet.learner.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Each place goes with probability ε to any of the items that are left, else to the best of them
 * (Sutton and Barto, Reinforcement Learning, 2nd ed. 2018, section 2.2, for one place).
 */
final class EpsilonGreedy implements Exploration {
  private final double epsilon;

  EpsilonGreedy(double epsilon) {
    this.epsilon = epsilon;
  }

  @Override
  public int[] order(float[] scores, double[] uncertainty, RandomGenerator random) {
    List<Integer> left = new ArrayList<>();
    for (int best : new Greedy().order(scores, uncertainty, random)) {
      left.add(best);
    }
    int[] order = new int[scores.length];
    for (int place = 0; place < order.length; place++) {
      boolean explores = random.nextDouble() < epsilon;
      order[place] = left.remove(explores ? random.nextInt(left.size()) : 0);
    }
    return order;
  }
}
