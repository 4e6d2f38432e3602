package io.rivulet.state;

import io.rivulet.domain.Row;

/** Rows that are slow to reach, behind a write-back cache. */
public final class CachedRows implements RowStore {
  private final RowStore store;
  private final WriteBackCache<Row> cache;

  /**
   * None cached.
   *
   * @param capacity rows kept in memory, at least 1
   */
  public CachedRows(int capacity, RowStore store) {
    this.store = store;
    cache = new WriteBackCache<>(capacity, store::get, store::put);
  }

  @Override
  public Row get(String id) {
    return cache.get(id);
  }

  @Override
  public void put(String id, Row row) {
    cache.put(id, row);
  }

  @Override
  public void remove(String id) {
    cache.remove(id);
    store.remove(id);
  }

  /** Puts every changed row back to the store; they stay cached. */
  public void flush() {
    cache.flush();
  }
}
