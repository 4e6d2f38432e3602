package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.ParameterGroups;
import java.util.Arrays;

/** The weights from some of a layer's inputs to some of its outputs, and those outputs' biases. */
final class Block {
  private final int row;
  private final int rows;
  private final int column;
  private final int columns;
  private final ParameterGroups kernel;
  private final ParameterGroups bias;

  /**
   * Appends the block's parameters to {@code dense}.
   *
   * @param row first of its outputs
   * @param column first of its inputs
   * @param deviation standard deviation of the first weights
   */
  Block(
      Segments dense,
      String name,
      int row,
      Axis outputs,
      int column,
      Axis inputs,
      double deviation,
      Optimizer optimizer) {
    this.row = row;
    this.rows = outputs.length();
    this.column = column;
    this.columns = inputs.length();
    this.kernel =
        new ParameterGroups(
            dense,
            name + "/kernel",
            Axis.of(1),
            Shape.of(inputs, outputs),
            Start.normal(deviation),
            optimizer);
    this.bias =
        new ParameterGroups(
            dense, name + "/bias", Axis.of(1), Shape.of(outputs), Start.constant(0), optimizer);
  }

  /**
   * Copies the parameters into a matrix.
   *
   * @param height number of rows of the matrix
   * @param biasColumn its column of biases
   */
  void load(float[] dense, Matrix matrix, int height, int biasColumn) {
    for (int c = 0; c < columns; c++) {
      matrix.write((column + c) * height + row, dense, kernel.offset(0) + c * rows, rows);
    }
    matrix.write(biasColumn * height + row, dense, bias.offset(0), rows);
  }

  /** Copies a matrix of gradients to the parameters' indices in {@code gradient}. */
  void gather(Matrix matrix, int height, int biasColumn, float[] gradient) {
    for (int c = 0; c < columns; c++) {
      matrix.read((column + c) * height + row, gradient, kernel.offset(0) + c * rows, rows);
    }
    matrix.read(biasColumn * height + row, gradient, bias.offset(0), rows);
  }

  /** Its place in the matrix, without the biases. */
  Tile tile() {
    return new Tile(row, rows, column, columns);
  }

  boolean reads(int input) {
    return input >= column && input < column + columns;
  }

  boolean writes(int output) {
    return output >= row && output < row + rows;
  }

  /** Sets its outputs in a column that begins at index {@code at} to NaN. */
  void spoil(float[] output, int at) {
    Arrays.fill(output, at + row, at + row + rows, Float.NaN);
  }

  void step(float[] dense, float[] gradient) {
    kernel.step(dense, 0, gradient);
    bias.step(dense, 0, gradient);
  }
}
