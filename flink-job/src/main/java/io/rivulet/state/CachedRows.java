package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A write-back cache, least recently used first out, in front of rows that are slow to reach. Keeps
 * rows as they are given: nobody changes them.
 */
public final class CachedRows implements RowStore {
  private static final class Entry {
    Row row;
    boolean dirty;

    Entry(Row row, boolean dirty) {
      this.row = row;
      this.dirty = dirty;
    }
  }

  private final int capacity;
  private final RowStore store;
  private final Map<String, Entry> cache = new LinkedHashMap<>(1024, 0.75f, true);

  /**
   * An empty cache.
   *
   * @param capacity rows kept in memory, at least 1
   */
  public CachedRows(int capacity, RowStore store) {
    this.capacity = capacity;
    this.store = store;
  }

  @Override
  public Row get(String id) {
    Entry cached = cache.get(id);
    if (cached != null) {
      return cached.row;
    }
    Row row = store.get(id);
    if (row != null) {
      add(id, new Entry(row, false));
    }
    return row;
  }

  @Override
  public void put(String id, Row row) {
    Entry cached = cache.get(id);
    if (cached == null) {
      add(id, new Entry(row, true));
    } else {
      cached.row = row;
      cached.dirty = true;
    }
  }

  @Override
  public void remove(String id) {
    cache.remove(id);
    store.remove(id);
  }

  /** Puts every changed row back to the store; they stay cached. */
  public void flush() {
    cache.forEach(this::write);
  }

  private void add(String id, Entry entry) {
    cache.put(id, entry);
    if (cache.size() > capacity) {
      Iterator<Map.Entry<String, Entry>> eldest = cache.entrySet().iterator();
      Map.Entry<String, Entry> leaving = eldest.next();
      write(leaving.getKey(), leaving.getValue());
      eldest.remove();
    }
  }

  private void write(String id, Entry entry) {
    if (entry.dirty) {
      store.put(id, entry.row);
      entry.dirty = false;
    }
  }
}
