package io.rivulet.state;

import io.rivulet.domain.Row;
import io.rivulet.state.lifecycle.Rows;

/** Where rows are kept for good. It may keep and return the same object: it never changes. */
public interface RowStore extends Rows {
  /** Keeps the row. */
  void put(String id, Row row);
}
