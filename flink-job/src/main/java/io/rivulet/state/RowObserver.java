package io.rivulet.state;

import io.rivulet.domain.Row;

/** Is told what becomes of the rows of a table. */
public interface RowObserver {
  /** Nobody. */
  RowObserver NONE =
      new RowObserver() {
        @Override
        public void changed(String id, Row row) {}

        @Override
        public void dropped(String id) {}
      };

  /** A row has changed to this one, whose numbers must not be changed any more. */
  void changed(String id, Row row);

  /** A row was dropped. */
  void dropped(String id);
}
