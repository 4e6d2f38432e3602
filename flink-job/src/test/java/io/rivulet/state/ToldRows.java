package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps all that it is told. */
final class ToldRows implements RowObserver {
  private final List<String> ids = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final Map<String, Row> rows = new HashMap<>();

  @Override
  public void changed(String id, Row row) {
    ids.add(id);
    rows.put(id, row);
  }

  @Override
  public void dropped(String id) {
    dropped.add(id);
  }

  /** The ids of changed rows, in the order in which they were told. */
  List<String> ids() {
    return ids;
  }

  /** The ids of dropped rows. */
  List<String> dropped() {
    return dropped;
  }

  /** A row as it was told last. */
  Row row(String id) {
    return rows.get(id);
  }
}
