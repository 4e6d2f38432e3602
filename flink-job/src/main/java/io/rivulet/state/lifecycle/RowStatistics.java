package io.rivulet.state.lifecycle;

/**
 * The account of a table, or of a part of it. The examples behind the rows' counts, plus those of
 * evicted rows, plus those of ids without a row, are all examples that were learned.
 *
 * @param rows rows there are
 * @param admitted rows that were made
 * @param evicted rows that were dropped again
 * @param evictedExamples examples that the dropped rows had counted
 * @param unadmittedExamples examples of ids that had no row and got none
 */
public record RowStatistics(
    long rows, long admitted, long evicted, long evictedExamples, long unadmittedExamples) {
  /** Nothing yet. */
  public static final RowStatistics EMPTY = new RowStatistics(0, 0, 0, 0, 0);

  /** Both parts together. */
  public RowStatistics plus(RowStatistics other) {
    return new RowStatistics(
        rows + other.rows,
        admitted + other.admitted,
        evicted + other.evicted,
        evictedExamples + other.evictedExamples,
        unadmittedExamples + other.unadmittedExamples);
  }
}
