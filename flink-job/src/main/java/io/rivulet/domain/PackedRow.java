package io.rivulet.domain;

/**
 * A {@link Row} as it travels: most events bring a row that the learner has had from another event,
 * and nobody on the way needs its numbers.
 *
 * @param count as in the row
 * @param lastSeen as in the row
 * @param values the row's values as {@link LittleEndian} bytes; not copied, and not to be changed
 */
public record PackedRow(long count, long lastSeen, byte[] values) {
  /** Packs a row; its array is copied. */
  public static PackedRow of(Row row) {
    return new PackedRow(row.count(), row.lastSeen(), LittleEndian.bytes(row.values()));
  }

  /** The row, with an array of its own. */
  public Row unpacked() {
    return new Row(count, lastSeen, LittleEndian.floats(values));
  }
}
