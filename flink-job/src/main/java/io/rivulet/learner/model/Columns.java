package io.rivulet.learner.model;

import java.util.Arrays;

/** What passes do to arrays of columns. */
final class Columns {
  /** Beyond this a number counts as exploded: products and squares of it must stay finite. */
  private static final float LIMIT = 1e8f;

  private Columns() {}

  /** The first column with a number that is not finite or too large; -1 if there is none. */
  static int exploded(float[] values, int columns) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LIMIT)) {
        return i / (values.length / columns);
      }
    }
    return -1;
  }

  /** Sets a column to 0. */
  static void clear(float[] values, int column, int columns) {
    int height = values.length / columns;
    Arrays.fill(values, column * height, (column + 1) * height, 0);
  }
}
