package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.ParameterGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** Where the parameters belong in a layer's weights. */
  List<Piece> pieces(Layer layer) {
    List<Piece> pieces = new ArrayList<>();
    int index = layer.tile(row, column);
    Tile tile = layer.tiles().get(index);
    // All columns lie together if the tile is no higher than they are.
    int step = tile.rows() == rows ? columns : 1;
    for (int c = 0; c < columns; c += step) {
      int at = tile.index(row, column + c);
      pieces.add(new Piece(index, at, kernel.offset(0) + c * rows, step * rows));
    }
    int biases = layer.tile(row, layer.inputs());
    int at = layer.tiles().get(biases).index(row, layer.inputs());
    pieces.add(new Piece(biases, at, bias.offset(0), rows));
    return pieces;
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
