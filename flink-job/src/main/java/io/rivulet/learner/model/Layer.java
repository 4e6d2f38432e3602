package io.rivulet.learner.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One matrix of weights with zeros outside its blocks. The zeros are no parameters: they are
 * neither stored nor learned.
 *
 * @param inputs number of inputs without the constant one
 * @param outputs number of outputs without the constant one
 * @param blocks the parts that are not zero
 * @param tiles what is computed one after the other; together they hold all that is not zero
 */
record Layer(int inputs, int outputs, List<Block> blocks, List<Tile> tiles) {
  /** A layer that is computed as a whole: fewest calls. */
  static Layer whole(int inputs, int outputs, List<Block> blocks) {
    return new Layer(inputs, outputs, blocks, List.of(new Tile(0, outputs + 1, 0, inputs + 1)));
  }

  /**
   * A layer that is computed block by block: no time goes into the zeros. No two blocks share an
   * input or an output, and together they read every input.
   */
  static Layer apart(int inputs, int outputs, List<Block> blocks) {
    if (blocks.size() == 1) {
      return whole(inputs, outputs, blocks);
    }
    List<Tile> tiles = new ArrayList<>();
    tiles.add(new Tile(0, outputs + 1, inputs, 1));
    blocks.forEach(block -> tiles.add(block.tile()));
    return new Layer(inputs, outputs, blocks, tiles);
  }

  /**
   * The weights as a matrix of one row and one column more: the column holds the biases, to be
   * multiplied by the constant one, and the row hands the constant one on.
   */
  Matrix newWeights() {
    Matrix weights = newGradient();
    weights.write((inputs + 1) * (outputs + 1) - 1, new float[] {1}, 0, 1);
    return weights;
  }

  /** A matrix for the gradient of the weights. */
  Matrix newGradient() {
    return new Matrix(outputs + 1, inputs + 1);
  }

  void load(float[] dense, Matrix weights) {
    for (Block block : blocks) {
      block.load(dense, weights, outputs + 1, inputs);
    }
  }

  void gather(Matrix weightGradient, float[] gradient) {
    for (Block block : blocks) {
      block.gather(weightGradient, outputs + 1, inputs, gradient);
    }
  }

  /** Sets the outputs of one example that depend on an input to NaN. */
  void spoil(int input, int example, float[] output) {
    for (Block block : blocks) {
      if (block.reads(input)) {
        block.spoil(output, example * (outputs + 1));
      }
    }
  }

  /** Index of the block that an output comes from. */
  int writer(int output) {
    int index = 0;
    while (!blocks.get(index).writes(output)) {
      index++;
    }
    return index;
  }

  /** Index of the first block that reads an input. */
  int reader(int input) {
    int index = 0;
    while (!blocks.get(index).reads(input)) {
      index++;
    }
    return index;
  }

  void step(float[] dense, float[] gradient) {
    for (Block block : blocks) {
      block.step(dense, gradient);
    }
  }
}
