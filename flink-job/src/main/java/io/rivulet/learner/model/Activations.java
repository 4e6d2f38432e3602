package io.rivulet.learner.model;

/**
 * What lies between two passes, the output of one and the input of the next, and the loss's
 * gradient by it, which is 0 for the constant one.
 *
 * @param gradient of the first values, or of all: of those that something is learned through
 */
record Activations(Columns values, Columns gradient) implements AutoCloseable {
  /**
   * Zeros, and the constant one in each column, which nobody fills.
   *
   * @param width without the constant one
   * @param room how many columns there are
   */
  static Activations of(int width, int room) {
    return of(width, width, room);
  }

  /**
   * The same.
   *
   * @param learned how many of the first values have a gradient
   */
  static Activations of(int width, int learned, int room) {
    Activations activations =
        new Activations(new Columns(width + 1, room), new Columns(learned + 1, room));
    float[] values = activations.values.arrayToFill();
    for (int one = width; one < values.length; one += width + 1) {
      values[one] = 1;
    }
    activations.values.matrix(room);
    return activations;
  }

  /** Length of a column of values, with the constant one. */
  int height() {
    return values.height();
  }

  @Override
  public void close() {
    values.close();
    gradient.close();
  }
}
