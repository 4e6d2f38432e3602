package io.rivulet.state;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.ParameterLayout;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The user rows of one learner: a write-back cache, least recently used first out, in front of a
 * store that is slow (a row read and written in RocksDB costs more than all else an event needs).
 */
public final class UserRows {
  /** Where rows are kept for good. It may keep and return the same object: it never changes. */
  public interface Store {
    /** The row, or null if there is none. */
    Row get(String id);

    /** Keeps the row. */
    void put(String id, Row row);
  }

  private static final class Entry {
    Row row;
    boolean dirty;

    Entry(Row row) {
      this.row = row;
    }
  }

  private final int capacity;
  private final ParameterLayout layout;
  private final Store store;
  private final Map<String, Entry> cache = new LinkedHashMap<>(1024, 0.75f, true);

  /**
   * An empty cache.
   *
   * @param capacity rows kept after {@link #trim}
   */
  public UserRows(int capacity, ParameterLayout layout, Store store) {
    this.capacity = capacity;
    this.layout = layout;
    this.store = store;
  }

  /**
   * The live row of a user; made from its hash if the user is new. Its values may be changed in
   * place if {@link #learned} is called before the next {@link #trim}.
   */
  public Row open(String userId) {
    return entry(userId).row;
  }

  /** Counts one example that changed the user's row. */
  public void learned(String userId, long eventTime) {
    Entry entry = entry(userId);
    entry.row = entry.row.seen(eventTime);
    entry.dirty = true;
  }

  /** Puts rows back to the store until no more than the capacity are cached. */
  public void trim() {
    Iterator<Map.Entry<String, Entry>> eldest = cache.entrySet().iterator();
    while (cache.size() > capacity) {
      Map.Entry<String, Entry> next = eldest.next();
      write(next.getKey(), next.getValue());
      eldest.remove();
    }
  }

  /** Puts every changed row back to the store; they stay cached. */
  public void flush() {
    cache.forEach(this::write);
  }

  private Entry entry(String userId) {
    Entry entry = cache.get(userId);
    if (entry == null) {
      Row stored = store.get(userId);
      entry =
          new Entry(
              stored == null
                  ? new Row(0, 0, layout.initial(Table.USER.label(), userId))
                  : copy(stored));
      cache.put(userId, entry);
    }
    return entry;
  }

  private void write(String id, Entry entry) {
    if (entry.dirty) {
      store.put(id, copy(entry.row));
      entry.dirty = false;
    }
  }

  private static Row copy(Row row) {
    return new Row(row.count(), row.lastSeen(), row.values().clone());
  }
}
