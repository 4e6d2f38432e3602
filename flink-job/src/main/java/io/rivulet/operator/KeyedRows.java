package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.state.UserRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;

/** User rows in the keyed state back end. */
final class KeyedRows implements UserRows.Store {
  private final Consumer<Object> currentKey;
  private final ValueState<Row> state;

  /**
   * Rows in the given state.
   *
   * @param currentKey sets the key that the state belongs to
   */
  KeyedRows(Consumer<Object> currentKey, ValueState<Row> state) {
    this.currentKey = currentKey;
    this.state = state;
  }

  @Override
  public Row get(String id) {
    currentKey.accept(id);
    try {
      return state.value();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the row of user " + id, e);
    }
  }

  @Override
  public void put(String id, Row row) {
    currentKey.accept(id);
    try {
      state.update(row);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the row of user " + id, e);
    }
  }
}
