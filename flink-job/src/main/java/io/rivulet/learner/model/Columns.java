package io.rivulet.learner.model;

import java.util.stream.IntStream;

/**
 * Columns of numbers, one per example, that of the constant one last in each: in an array, and once
 * more in a matrix outside the heap. What is filled or changed is the newer of the two, and is
 * copied to the other only when that is asked for. There is room for more columns than a batch has,
 * and what the others hold means nothing.
 */
final class Columns implements AutoCloseable {
  /** Beyond this a number counts as exploded: products and squares of it must stay finite. */
  private static final float LIMIT = 1e8f;

  private static final int[] NONE = {};

  private final int height;
  private final float[] array;
  private final Matrix matrix;
  private boolean arrayIsOld;
  private boolean matrixIsOld;

  /** What has been taken out since the numbers are there; null if nobody looked. */
  private int[] takenOut;

  /** Columns of zeros. */
  Columns(int height, int room) {
    this.height = height;
    array = new float[height * room];
    matrix = new Matrix(height, room);
  }

  /** Length of a column, with the constant one. */
  int height() {
    return height;
  }

  /** The first columns, to be read. */
  float[] array(int columns) {
    if (arrayIsOld) {
      matrix.read(0, array, 0, height * columns);
      arrayIsOld = false;
    }
    return array;
  }

  /** The first columns, to be changed at once. */
  float[] arrayToChange(int columns) {
    float[] current = array(columns);
    arrayChanged();
    return current;
  }

  /** The first columns have been changed, as {@link #array} gives them. */
  void arrayChanged() {
    matrixIsOld = true;
    takenOut = null;
  }

  /** All columns, to be filled at once: what they hold means nothing, but for what nobody fills. */
  float[] arrayToFill() {
    arrayIsOld = false;
    arrayChanged();
    return array;
  }

  /** The first columns, to be read. */
  Matrix matrix(int columns) {
    if (matrixIsOld) {
      matrix.write(0, array, 0, height * columns);
      matrixIsOld = false;
    }
    return matrix;
  }

  /** As {@link #arrayToChange}. */
  Matrix matrixToChange(int columns) {
    Matrix unused = matrix(columns);
    return matrixToFill();
  }

  /** As {@link #arrayToFill}. */
  Matrix matrixToFill() {
    arrayIsOld = true;
    matrixIsOld = false;
    takenOut = null;
    return matrix;
  }

  /** Index of the first number that is not finite or too large; -1 if there is none. */
  int exploded(int columns) {
    int length = height * columns;
    // No number is larger than this sum, which is most often small and quick to find.
    if (matrix(columns).absoluteSum(length) <= LIMIT) {
      return -1;
    }
    float[] values = array(columns);
    return IntStream.range(0, length).filter(i -> exploded(values[i])).findFirst().orElse(-1);
  }

  /**
   * Sets those numbers that are not finite or too large to 0, and returns their indices; the same
   * ones until the columns are filled or changed.
   */
  int[] takeOut(int columns) {
    if (takenOut == null) {
      takenOut = findAndTakeOut(columns);
    }
    return takenOut;
  }

  private int[] findAndTakeOut(int columns) {
    int first = exploded(columns);
    if (first < 0) {
      return NONE;
    }
    float[] values = arrayToChange(columns);
    int[] found =
        IntStream.range(first, height * columns).filter(i -> exploded(values[i])).toArray();
    for (int index : found) {
      values[index] = 0;
    }
    return found;
  }

  private static boolean exploded(float value) {
    return !(Math.abs(value) <= LIMIT);
  }

  @Override
  public void close() {
    matrix.close();
  }
}
