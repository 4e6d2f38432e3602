package io.rivulet.learner.spec;

import java.io.Serializable;

/**
 * A low-cardinality feature: each value is hashed to a bucket, each bucket has a learned vector.
 */
public record CategoricalSpec(
    @Key("`item.NAME` (an attribute of the item) or `context.NAME` (of the event).") String from,
    @Key(value = "Number of buckets, >= 2; several times the number of values.", otherwise = "64")
        int buckets,
    @Key(value = "Length of a bucket's vector, >= 1.", otherwise = "4") int dimension)
    implements Serializable {

  /** Checks the ranges. */
  public CategoricalSpec {
    Checks.reference("from", from);
    Checks.atLeast("buckets", buckets, 2);
    Checks.atLeast("dimension", dimension, 1);
  }
}
