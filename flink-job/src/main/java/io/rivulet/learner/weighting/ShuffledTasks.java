package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Hashing;

/** An order of the tasks that looks random and is a function of what it is for. */
final class ShuffledTasks {
  private ShuffledTasks() {}

  /** Shuffles by the bits of {@code numbers} (Fisher and Yates). */
  static int[] order(int tasks, int salt, double[] numbers) {
    long hash = salt;
    for (double number : numbers) {
      hash = Hashing.combine(hash, Double.doubleToLongBits(number));
    }
    int[] order = new int[tasks];
    for (int i = 0; i < tasks; i++) {
      hash = Hashing.combine(hash, i);
      int at = (int) (Hashing.uniform(hash) * (i + 1));
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }
}
