package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.optim.Optimizer;

/**
 * Makes blocks of weights.
 *
 * @param dense where their parameters are appended
 * @param optimizer what moves them
 */
record Blocks(Segments dense, Optimizer optimizer) {
  /** In front of a rectifier, which halves the variance (He et al., ICCV 2015, equation 10). */
  Block rectified(String name, int row, Axis outputs, int column, Axis inputs) {
    return block(name, row, outputs, column, inputs, 2);
  }

  /** Keeps the variance (Glorot and Bengio, AISTATS 2010). */
  Block linear(String name, int row, Axis outputs, int column, Axis inputs) {
    return block(name, row, outputs, column, inputs, 1);
  }

  /** Begins close to no preference between the experts. */
  Block gate(String name, int row, Axis outputs, int column, Axis inputs) {
    return block(name, row, outputs, column, inputs, 0.01);
  }

  private Block block(
      String name, int row, Axis outputs, int column, Axis inputs, double variance) {
    return new Block(
        dense,
        name,
        row,
        outputs,
        column,
        inputs,
        Math.sqrt(variance / inputs.length()),
        optimizer);
  }
}
