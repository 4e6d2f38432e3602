package io.rivulet.learner.model;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

/**
 * The products of layers, outside the heap: asks ND4J's OpenBLAS itself. ND4J's own call finds the
 * way to the same routine anew each time, which takes some ten microseconds. Their number is
 * counted here: it does not depend on that of examples.
 *
 * <p>W is a layer's matrix of weights, x its inputs and y its outputs, one column per example, of
 * which the first {@code examples} count.
 */
final class Products {
  private long calls;

  /** y = W·x */
  void outputs(Layer layer, Matrix weights, Matrix inputs, int examples, Matrix outputs) {
    float before = 0;
    for (Tile tile : layer.tiles()) {
      calls++;
      cblas_sgemm(
          CblasColMajor,
          CblasNoTrans,
          CblasNoTrans,
          tile.rows(),
          examples,
          tile.columns(),
          1,
          weights.at(tile.row(), tile.column()),
          weights.rows(),
          inputs.at(tile.column(), 0),
          inputs.rows(),
          before,
          outputs.at(tile.row(), 0),
          outputs.rows());
      before = 1;
    }
  }

  /** dL/dW = dL/dy·xᵀ, within the layer's tiles. */
  void ofWeights(Layer layer, Matrix outputs, Matrix inputs, int examples, Matrix weights) {
    for (Tile tile : layer.tiles()) {
      calls++;
      cblas_sgemm(
          CblasColMajor,
          CblasNoTrans,
          CblasTrans,
          tile.rows(),
          tile.columns(),
          examples,
          1,
          outputs.at(tile.row(), 0),
          outputs.rows(),
          inputs.at(tile.column(), 0),
          inputs.rows(),
          0,
          weights.at(tile.row(), tile.column()),
          weights.rows());
    }
  }

  /** dL/dx = Wᵀ·dL/dy */
  void ofInputs(Layer layer, Matrix weights, Matrix outputs, int examples, Matrix inputs) {
    for (Tile tile : layer.tiles()) {
      calls++;
      cblas_sgemm(
          CblasColMajor,
          CblasTrans,
          CblasNoTrans,
          tile.columns(),
          examples,
          tile.rows(),
          1,
          weights.at(tile.row(), tile.column()),
          weights.rows(),
          outputs.at(tile.row(), 0),
          outputs.rows(),
          0,
          inputs.at(tile.column(), 0),
          inputs.rows());
    }
  }

  /** Number of products so far. */
  long calls() {
    return calls;
  }
}
