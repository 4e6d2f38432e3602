package io.rivulet.learner.model;

import java.util.List;

/**
 * A layer's weights and their gradient outside the heap.
 *
 * @param values a matrix for each of the layer's tiles
 * @param gradient the same
 */
record LayerWeights(Layer layer, List<Matrix> values, List<Matrix> gradient)
    implements AutoCloseable {
  /** Zeros. */
  static LayerWeights of(Layer layer) {
    return new LayerWeights(layer, zeros(layer), zeros(layer));
  }

  private static List<Matrix> zeros(Layer layer) {
    return layer.tiles().stream().map(tile -> new Matrix(tile.rows(), tile.columns())).toList();
  }

  /** Takes over the parameters. */
  void load(float[] dense) {
    layer.blocks().forEach(block -> block.load(dense, layer, values));
  }

  /** Copies the gradients to the parameters' indices. */
  void gather(float[] denseGradient) {
    layer.blocks().forEach(block -> block.gather(gradient, layer, denseGradient));
  }

  @Override
  public void close() {
    values.forEach(Matrix::close);
    gradient.forEach(Matrix::close);
  }
}
