package io.rivulet.learner.model;

import java.util.stream.IntStream;

/** What passes do to arrays of columns, one per example. */
final class Columns {
  /** Beyond this a number counts as exploded: products and squares of it must stay finite. */
  private static final float LIMIT = 1e8f;

  private static final int[] NONE = {};

  private Columns() {}

  /**
   * Index of the first of the numbers that is not finite or too large; -1 if there is none.
   *
   * @param copy holds the same numbers
   */
  static int exploded(float[] values, Matrix copy, int length) {
    // No number is larger than this sum, which is most often small and quick to find.
    if (copy.absoluteSum(length) <= LIMIT) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      if (exploded(values[i])) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Sets those numbers that are not finite or too large to 0, here and there, and returns their
   * indices.
   *
   * @param copy holds the same numbers
   */
  static int[] takeOut(float[] values, Matrix copy, int length) {
    int first = exploded(values, copy, length);
    if (first < 0) {
      return NONE;
    }
    int[] found = IntStream.range(first, length).filter(i -> exploded(values[i])).toArray();
    for (int index : found) {
      values[index] = 0;
    }
    copy.write(0, values, 0, length);
    return found;
  }

  private static boolean exploded(float value) {
    return !(Math.abs(value) <= LIMIT);
  }
}
