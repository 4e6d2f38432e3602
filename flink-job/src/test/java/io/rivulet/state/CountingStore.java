package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.HashMap;
import java.util.Map;

/**
 * A store in memory that counts what it is asked. It keeps and returns the very rows it is given.
 */
final class CountingStore implements UserRows.Store {
  final Map<String, Row> rows = new HashMap<>();
  int reads;
  int writes;

  @Override
  public Row get(String id) {
    reads++;
    return rows.get(id);
  }

  @Override
  public void put(String id, Row row) {
    writes++;
    rows.put(id, row);
  }
}
