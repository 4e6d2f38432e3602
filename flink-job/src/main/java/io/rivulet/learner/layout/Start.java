package io.rivulet.learner.layout;

/** What a segment's numbers are before anything was learned. */
@FunctionalInterface
public interface Start {
  /**
   * The first value of a number.
   *
   * @param hash 64 random bits that are the same wherever this number begins
   */
  float value(long hash);

  /** The same value everywhere. */
  static Start constant(double value) {
    return hash -> (float) value;
  }

  /** Normally distributed around 0. */
  static Start normal(double deviation) {
    return hash -> (float) (deviation * Hashing.gaussian(hash));
  }
}
