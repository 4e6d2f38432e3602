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
  private final Tile tile;
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
    this.tile = new Tile(row, outputs.length(), column, inputs.length());
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
    int index = layer.tile(tile.row(), tile.column());
    Tile holder = layer.tiles().get(index);
    // All columns lie together if the holder is no higher than they are.
    int step = holder.rows() == tile.rows() ? tile.columns() : 1;
    for (int c = 0; c < tile.columns(); c += step) {
      int at = holder.index(tile.row(), tile.column() + c);
      int parameter = kernel.offset(0) + c * tile.rows();
      pieces.add(new Piece(index, at, parameter, step * tile.rows()));
    }
    int biases = layer.tile(tile.row(), layer.inputs());
    int at = layer.tiles().get(biases).index(tile.row(), layer.inputs());
    pieces.add(new Piece(biases, at, bias.offset(0), tile.rows()));
    return pieces;
  }

  /** Its place in the matrix, without the biases. */
  Tile tile() {
    return tile;
  }

  /** Sets its outputs in a column that begins at index {@code at} to NaN. */
  void spoil(float[] output, int at) {
    Arrays.fill(output, at + tile.row(), at + tile.row() + tile.rows(), Float.NaN);
  }

  void step(float[] dense, float[] gradient) {
    kernel.step(dense, 0, gradient);
    bias.step(dense, 0, gradient);
  }
}
