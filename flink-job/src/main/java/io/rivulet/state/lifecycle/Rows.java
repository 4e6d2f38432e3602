package io.rivulet.state.lifecycle;

import io.rivulet.domain.Row;

/** The rows of a table as they are now. */
public interface Rows {
  /** The row, or null if there is none. */
  Row get(String id);

  /** Drops the row, if there is one. */
  void remove(String id);
}
