package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The rows of a table that have changed since they were last handed over. Keeps them in memory, so
 * that a slow store need not be asked for them; of too many it remembers only the ids.
 */
public final class ChangedRows implements RowObserver {
  private final RowStore store;
  private final int capacity;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** Ids of changed rows that are in the store only. */
  private final Set<String> stored = new LinkedHashSet<>();

  private boolean followed;

  /**
   * No changes.
   *
   * @param store where a row is by the time it is told here
   * @param capacity most rows kept in memory
   */
  public ChangedRows(RowStore store, int capacity) {
    this.store = store;
    this.capacity = capacity;
  }

  /** From now on keeps what it is told; before, it forgets it at once. */
  public void follow() {
    followed = true;
  }

  @Override
  public void changed(String id, Row row) {
    if (!followed) {
      return;
    }
    if (rows.size() < capacity) {
      rows.put(id, row);
      stored.remove(id);
    } else {
      rows.remove(id);
      stored.add(id);
    }
  }

  @Override
  public void dropped(String id) {
    if (followed) {
      rows.put(id, null);
      stored.remove(id);
    }
  }

  /** Forgets a row that is handed over in another way. */
  public void forget(String id) {
    rows.remove(id);
    stored.remove(id);
  }

  /** Hands over each row that has changed, as it is now, null for one that was dropped. */
  public void handOver(BiConsumer<String, Row> target) {
    rows.forEach(target);
    stored.forEach(id -> target.accept(id, store.get(id)));
    clear();
  }

  /** Forgets all. */
  public void clear() {
    rows.clear();
    stored.clear();
  }
}
