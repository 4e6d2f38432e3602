package io.rivulet.learner.model;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

/**
 * The only place that computes outside the heap: asks ND4J's OpenBLAS itself. ND4J's own call finds
 * the way to the same routine anew each time, which takes some ten microseconds. The number of
 * calls is counted here.
 */
final class Products {
  private long calls;

  /** result = a·b */
  void multiply(Matrix a, Matrix b, Matrix result) {
    compute(CblasNoTrans, a, CblasNoTrans, b, a.columns(), result);
  }

  /** result = aᵀ·b */
  void multiplyTransposedLeft(Matrix a, Matrix b, Matrix result) {
    compute(CblasTrans, a, CblasNoTrans, b, a.rows(), result);
  }

  /** result = a·bᵀ */
  void multiplyTransposedRight(Matrix a, Matrix b, Matrix result) {
    compute(CblasNoTrans, a, CblasTrans, b, a.columns(), result);
  }

  private void compute(int formA, Matrix a, int formB, Matrix b, int inner, Matrix result) {
    calls++;
    cblas_sgemm(
        CblasColMajor,
        formA,
        formB,
        result.rows(),
        result.columns(),
        inner,
        1,
        a.numbers(),
        a.rows(),
        b.numbers(),
        b.rows(),
        0,
        result.numbers(),
        result.rows());
  }

  /** Number of products so far. */
  long calls() {
    return calls;
  }
}
