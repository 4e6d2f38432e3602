package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.state.RowStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;

/** Rows in the keyed state back end. */
final class KeyedRows implements RowStore {
  private final Consumer<String> currentKey;
  private final ValueState<Row> state;
  private long reads;
  private long writes;

  /**
   * Rows in the given state.
   *
   * @param currentKey sets the key that the state belongs to
   */
  KeyedRows(Consumer<String> currentKey, ValueState<Row> state) {
    this.currentKey = currentKey;
    this.state = state;
  }

  @Override
  public Row get(String id) {
    reads++;
    currentKey.accept(id);
    try {
      return state.value();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the row of " + id, e);
    }
  }

  @Override
  public void put(String id, Row row) {
    writes++;
    currentKey.accept(id);
    try {
      state.update(row);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the row of " + id, e);
    }
  }

  @Override
  public void remove(String id) {
    currentKey.accept(id);
    state.clear();
  }

  /** Rows read since the start. */
  long reads() {
    return reads;
  }

  /** Rows written since the start. */
  long writes() {
    return writes;
  }
}
