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

  /** y = W·x, but for the constant one, which stays. */
  void outputs(LayerWeights weights, Matrix inputs, int examples, Matrix outputs) {
    float before = 0;
    for (int i = 0; i < weights.values().size(); i++) {
      Tile tile = weights.layer().tiles().get(i);
      calls++;
      cblas_sgemm(
          CblasColMajor,
          CblasNoTrans,
          CblasNoTrans,
          tile.rows(),
          examples,
          tile.columns(),
          1,
          weights.values().get(i).at(0, 0),
          tile.rows(),
          inputs.at(tile.column(), 0),
          inputs.rows(),
          before,
          outputs.at(tile.row(), 0),
          outputs.rows());
      before = 1;
    }
  }

  /** dL/dW = dL/dy·xᵀ, within the layer's tiles. */
  void ofWeights(Matrix outputs, Matrix inputs, int examples, LayerWeights weights) {
    for (int i = 0; i < weights.gradient().size(); i++) {
      Tile tile = weights.layer().tiles().get(i);
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
          weights.gradient().get(i).at(0, 0),
          tile.rows());
    }
  }

  /**
   * dL/dx = Wᵀ·dL/dy, but for the constant one, of as many inputs as {@code inputs} has rows for.
   *
   * @param adds whether to add it to what is there
   */
  void ofInputs(LayerWeights weights, Matrix outputs, int examples, boolean adds, Matrix inputs) {
    for (int i = 0; i < weights.values().size(); i++) {
      Tile tile = weights.layer().tiles().get(i);
      int columns = tile.columnsBefore(inputs.rows() - 1);
      if (columns > 0) {
        calls++;
        cblas_sgemm(
            CblasColMajor,
            CblasTrans,
            CblasNoTrans,
            columns,
            examples,
            tile.rows(),
            1,
            weights.values().get(i).at(0, 0),
            tile.rows(),
            outputs.at(tile.row(), 0),
            outputs.rows(),
            adds ? 1 : 0,
            inputs.at(tile.column(), 0),
            inputs.rows());
      }
    }
  }

  /** Number of products so far. */
  long calls() {
    return calls;
  }
}
