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
  boolean holds(int ofRow, int ofColumn) {
    return ofRow >= row && ofRow < row + rows && ofColumn >= column && ofColumn < column + columns;
  }

  /** Index of a weight in a matrix of this part alone. */
  int index(int ofRow, int ofColumn) {
    return (ofColumn - column) * rows + ofRow - row;
  }

  /** How many of its inputs are before {@code end}. */
  int columnsBefore(int end) {
    return Math.min(columns, end - column);
  }
}
