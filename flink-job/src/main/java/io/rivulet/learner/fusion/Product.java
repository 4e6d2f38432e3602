package io.rivulet.learner.fusion;

/**
 * The product of the scores' powers: Π pₜ^wₜ. An item has to be good for every task; a task of
 * weight 0 does not count.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Product(double[] weights) implements Fusion {
  @Override
  public double fuse(double[] scores) {
    double product = 1;
    for (int task = 0; task < scores.length; task++) {
      product *= Math.pow(scores[task], weights[task]);
    }
    return product;
  }
}
