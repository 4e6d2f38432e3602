package io.rivulet.bench;

import io.rivulet.domain.Row;
import io.rivulet.state.RowStore;
import java.util.HashMap;
import java.util.Map;

/** A store that costs next to nothing, so that what is in front of it can be measured. */
final class RowMap implements RowStore {
  private final Map<String, Row> rows = new HashMap<>();

  @Override
  public Row get(String id) {
    return rows.get(id);
  }

  @Override
  public void put(String id, Row row) {
    rows.put(id, row);
  }

  @Override
  public void remove(String id) {
    rows.remove(id);
  }
}
