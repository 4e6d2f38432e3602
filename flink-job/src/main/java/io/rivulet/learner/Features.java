package io.rivulet.learner;

/**
 * What is known of an example besides its user and item. The arrays are neither copied nor changed.
 *
 * @param categories the bucket of each categorical feature, in the specification's order, each from
 *     0 to the feature's number of buckets - 1
 * @param numbers the numeric features in the specification's order, in their own units, NaN where
 *     not known
 * @param content the item's content vector, of the specification's length; empty where there is
 *     none
 */
@SuppressWarnings("ArrayRecordComponent") // carries arrays, is never compared
public record Features(int[] categories, float[] numbers, float[] content) {
  /** Only categories. */
  public Features(int... categories) {
    this(categories, new float[0], new float[0]);
  }
}
