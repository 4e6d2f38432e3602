package io.rivulet.state.lifecycle;

/**
 * What is kept of a key group besides its rows and their queues.
 *
 * @param statistics its account
 * @param queued whether its rows are in its queues
 * @param clock newest event time that its rows have seen, milliseconds since the epoch
 * @param recent ends of the queue of rows that had been used when they were last looked at
 * @param idle ends of the queue of rows that had not
 */
public record KeyGroupRows(
    int keyGroup, RowStatistics statistics, boolean queued, long clock, Ends recent, Ends idle) {
  /**
   * The ends of a queue.
   *
   * @param head number of the first element
   * @param tail number of the next element to come
   */
  public record Ends(long head, long tail) {
    static final Ends NONE = new Ends(0, 0);
  }

  /** A key group without rows. */
  static KeyGroupRows empty(int keyGroup) {
    return new KeyGroupRows(keyGroup, RowStatistics.EMPTY, false, 0, Ends.NONE, Ends.NONE);
  }

  /** The same with empty queues. */
  KeyGroupRows unqueued() {
    return new KeyGroupRows(keyGroup, statistics, false, clock, Ends.NONE, Ends.NONE);
  }

  /** The same with empty queues and its rows still to be counted. */
  KeyGroupRows uncounted() {
    RowStatistics account = statistics.plus(new RowStatistics(-statistics.rows(), 0, 0, 0, 0));
    return new KeyGroupRows(keyGroup, account, false, clock, Ends.NONE, Ends.NONE);
  }
}
