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
    return new Layer(inputs, outputs, blocks, List.of(new Tile(0, outputs, 0, inputs + 1)));
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
    tiles.add(new Tile(0, outputs, inputs, 1));
    blocks.forEach(block -> tiles.add(block.tile()));
    return new Layer(inputs, outputs, blocks, tiles);
  }

  /** Index of the tile that holds the weight from an input to an output. */
  int tile(int output, int input) {
    int index = 0;
    while (!tiles.get(index).writes(output) || !tiles.get(index).reads(input)) {
      index++;
    }
    return index;
  }

  /** Sets the outputs of one example that depend on an input to NaN. */
  void spoil(int input, int example, float[] output) {
    for (Block block : blocks) {
      if (block.tile().reads(input)) {
        block.spoil(output, example * (outputs + 1));
      }
    }
  }

  /** Index of the block that an output comes from. */
  int writer(int output) {
    int index = 0;
    while (!blocks.get(index).tile().writes(output)) {
      index++;
    }
    return index;
  }

  /** Index of the first block that reads an input. */
  int reader(int input) {
    int index = 0;
    while (!blocks.get(index).tile().reads(input)) {
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
