package io.rivulet.domain;

/**
 * The numbers kept for one id, or a change of them.
 *
 * @param count examples that moved the row
 * @param lastSeen largest event time of these examples, milliseconds since the epoch; 0 if none
 * @param values embedding, biases and optimiser slots, in the order of the layout; not copied
 */
public record Row(long count, long lastSeen, float[] values) {
  /** This row after one more example, with the same array. */
  public Row seen(long eventTime) {
    return new Row(count + 1, Math.max(lastSeen, eventTime), values);
  }

  /** Both changes together, in a new array. */
  public Row plus(Row other) {
    float[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.values[i];
    }
    return new Row(count + other.count, Math.max(lastSeen, other.lastSeen), sum);
  }
}
