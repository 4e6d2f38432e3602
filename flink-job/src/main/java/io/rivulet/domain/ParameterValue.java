package io.rivulet.domain;

/**
 * A parameter as its owner published it.
 *
 * @param round stamp: the value holds every learner's work up to this round and nothing newer; a
 *     row that was dropped loses its stamp on the way through the topic
 * @param row null for a row that was dropped: the one made from the id's hash serves again
 */
public record ParameterValue(Table table, String id, long round, PackedRow row) {
  /** The value that a row is, which may be null; its array is copied. */
  public static ParameterValue of(Table table, String id, long round, Row row) {
    return new ParameterValue(table, id, round, row == null ? null : PackedRow.of(row));
  }
}
