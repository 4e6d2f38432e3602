package io.rivulet.learner.model;

/**
 * The only place that asks ND4J to compute. A call costs some ten microseconds whatever its size,
 * so the number of calls is what a step costs; it is counted here.
 */
final class Products {
  private long calls;

  /** result = a·b */
  void multiply(Matrix a, Matrix b, Matrix result) {
    calls++;
    a.array().mmuli(b.array(), result.array());
  }

  /** result = aᵀ·b */
  void multiplyTransposedLeft(Matrix a, Matrix b, Matrix result) {
    calls++;
    a.transposed().mmuli(b.array(), result.array());
  }

  /** result = a·bᵀ */
  void multiplyTransposedRight(Matrix a, Matrix b, Matrix result) {
    calls++;
    a.array().mmuli(b.transposed(), result.array());
  }

  /** Number of products so far. */
  long calls() {
    return calls;
  }
}
