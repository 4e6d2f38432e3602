package io.rivulet.learner.exploration;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Sorting by keys that are not kept. */
final class Order {
  private Order() {}

  /** The indices, largest key first; of equal keys the smaller index. */
  static int[] descending(double[] keys) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> keys[i]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
