package io.rivulet.learner.model;

import java.util.stream.IntStream;

/** What passes do to arrays of columns, one per example. */
final class Columns {
  /** Beyond this a number counts as exploded: products and squares of it must stay finite. */
  private static final float LIMIT = 1e8f;

  private static final int[] NONE = {};

  private Columns() {}

  /** Index of the first of the numbers that is not finite or too large; -1 if there is none. */
  static int exploded(float[] values, int length) {
    if (!anyExploded(values, length)) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      if (exploded(values[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Sets those numbers that are not finite or too large to 0, and returns their indices. */
  static int[] takeOut(float[] values, int length) {
    int first = exploded(values, length);
    if (first < 0) {
      return NONE;
    }
    int[] found = IntStream.range(first, length).filter(i -> exploded(values[i])).toArray();
    for (int index : found) {
      values[index] = 0;
    }
    return found;
  }

  /**
   * Without a branch for each number. Without its sign a float's bits are as large as the float,
   * and those of NaN are larger than all.
   */
  private static boolean anyExploded(float[] values, int length) {
    int limit = Float.floatToRawIntBits(LIMIT);
    int differences = 0;
    for (int i = 0; i < length; i++) {
      differences |= limit - (Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
    }
    return differences < 0;
  }

  private static boolean exploded(float value) {
    return !(Math.abs(value) <= LIMIT);
  }
}
