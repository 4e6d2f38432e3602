package io.rivulet.learner.model;

import java.util.List;

/**
 * A layer's weights and their gradient outside the heap.
 *
 * @param pieces where the parameters belong
 * @param values a matrix for each of the layer's tiles
 * @param gradient the same
 */
record LayerWeights(Layer layer, List<Piece> pieces, List<Matrix> values, List<Matrix> gradient)
    implements AutoCloseable {
  /** Zeros. */
  static LayerWeights of(Layer layer) {
    List<Piece> pieces =
        layer.blocks().stream().flatMap(block -> block.pieces(layer).stream()).toList();
    return new LayerWeights(layer, pieces, zeros(layer), zeros(layer));
  }

  private static List<Matrix> zeros(Layer layer) {
    return layer.tiles().stream().map(tile -> new Matrix(tile.rows(), tile.columns())).toList();
  }

  /** Takes over the parameters. */
  void load(float[] dense) {
    for (Piece piece : pieces) {
      values.get(piece.tile()).write(piece.at(), dense, piece.parameter(), piece.length());
    }
  }

  /** Copies the gradients to the parameters' indices. */
  void gather(float[] denseGradient) {
    for (Piece piece : pieces) {
      gradient.get(piece.tile()).read(piece.at(), denseGradient, piece.parameter(), piece.length());
    }
  }

  @Override
  public void close() {
    values.forEach(Matrix::close);
    gradient.forEach(Matrix::close);
  }
}
