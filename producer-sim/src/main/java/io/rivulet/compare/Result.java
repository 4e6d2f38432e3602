package io.rivulet.compare;

import java.util.List;

/**
 * What the runs of one variant came to.
 *
 * @param figures one sample per task
 * @param rejected examples that could not be learned from, over all runs
 */
record Result(Variant variant, List<Sample> figures, long rejected) {
  /** Whether this is the yardstick. */
  boolean alone() {
    return variant.equals(Variant.ALONE);
  }
}
