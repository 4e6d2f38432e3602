package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.ArrayList;
import java.util.Map;

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

  /**
   * Puts changed rows back to the store but those that it returns, which have changed since the
   * last time; all stay cached.
   *
   * @param most rows returned
   */
  public UnwrittenRows flushOthers(int most) {
    Map<String, Row> unwritten = cache.handOver(most);
    return new UnwrittenRows(
        new ArrayList<>(unwritten.keySet()), new ArrayList<>(unwritten.values()));
  }
}
