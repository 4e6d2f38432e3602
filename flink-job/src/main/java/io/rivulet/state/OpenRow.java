package io.rivulet.state;

/** The row of a user or an item that a micro-batch works on. Valid until the micro-batch ends. */
public interface OpenRow {
  /**
   * The live values: they may be changed in place if {@link #learned} is called, and else only if
   * the table says so.
   */
  float[] values();

  /**
   * Counts one example that changed the values.
   *
   * @param eventTime of the example, milliseconds since the epoch
   */
  void learned(long eventTime);
}
