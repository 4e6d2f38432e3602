package io.rivulet.state.lifecycle;

import java.io.Serializable;

/**
 * How long the rows of a table are kept.
 *
 * @param admission an id gets its row with its so many-th example, 1 to {@link
 *     FrequencySketch#MOST}
 * @param admissionWindow about the number of examples of ids without a row among which those of an
 *     id must fall, > 0
 * @param ttl milliseconds of event time that a row outlives its newest example; 0 for ever
 * @param mostRows about the most rows of the whole table; 0 for no limit
 */
public record RowLimits(int admission, int admissionWindow, long ttl, long mostRows)
    implements Serializable {
  /** Every id gets a row at once and keeps it. */
  public static final RowLimits NONE = new RowLimits(1, 1, 0, 0);

  /** Whether rows may leave. */
  boolean evicts() {
    return ttl > 0 || mostRows > 0;
  }
}
