package io.rivulet.learner.model;

/**
 * A part of a layer's matrix of weights. Behind that matrix's last column stands the column of
 * biases, which are multiplied by the constant one.
 *
 * @param row first of its outputs
 * @param rows number of outputs
 * @param column first of its inputs
 * @param columns number of inputs
 */
record Tile(int row, int rows, int column, int columns) {
  boolean reads(int input) {
    return input >= column && input < column + columns;
  }

  boolean writes(int output) {
    return output >= row && output < row + rows;
  }

  /** Index of a weight in a matrix of this part alone. */
  int index(int output, int input) {
    return (input - column) * rows + output - row;
  }

  /** How many of its inputs are before {@code end}. */
  int columnsBefore(int end) {
    return Math.min(columns, end - column);
  }
}
