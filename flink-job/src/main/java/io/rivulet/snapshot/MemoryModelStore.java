package io.rivulet.snapshot;

import io.rivulet.domain.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;

/**
 * Rows in memory. A commit waits until no view is open, and views wait for a commit: it moves
 * references only.
 */
public final class MemoryModelStore implements ModelStore {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private Map<Table, Map<String, StoredRow>> tables = tables();
  private Head head;

  private static Map<Table, Map<String, StoredRow>> tables() {
    Map<Table, Map<String, StoredRow>> tables = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      tables.put(table, new HashMap<>());
    }
    return tables;
  }

  @Override
  public View view() {
    lock.readLock().lock();
    if (head == null) {
      lock.readLock().unlock();
      return null;
    }
    return new OpenView();
  }

  @Override
  public Update change() {
    return new Change(tables);
  }

  @Override
  public Update replace() {
    return new Change(tables());
  }

  @Override
  public void close() {}

  private final class OpenView implements View {
    @Override
    public Head head() {
      return head;
    }

    @Override
    public StoredRow row(Table table, String id) {
      return tables.get(table).get(id);
    }

    @Override
    public long rows(Table table) {
      return tables.get(table).size();
    }

    @Override
    public void forEach(Table table, BiConsumer<String, StoredRow> visitor) {
      tables.get(table).forEach(visitor);
    }

    @Override
    public void close() {
      lock.readLock().unlock();
    }
  }

  /** New rows beside the old ones; null takes an old one away. */
  private final class Change implements Update {
    private final Map<Table, Map<String, StoredRow>> changed = tables();
    private final Map<Table, Long> rows = new EnumMap<>(Table.class);
    private Map<Table, Map<String, StoredRow>> before;

    Change(Map<Table, Map<String, StoredRow>> before) {
      this.before = before;
      before.forEach((table, ids) -> rows.put(table, (long) ids.size()));
    }

    @Override
    public void put(Table table, String id, StoredRow row) {
      set(table, id, row);
    }

    @Override
    public void remove(Table table, String id) {
      set(table, id, null);
    }

    private void set(Table table, String id, StoredRow row) {
      Map<String, StoredRow> now = changed.get(table);
      boolean was = now.containsKey(id) ? now.get(id) != null : before.get(table).containsKey(id);
      now.put(id, row);
      rows.merge(table, (row == null ? 0L : 1L) - (was ? 1L : 0L), Long::sum);
    }

    @Override
    public void clear() {
      changed.values().forEach(Map::clear);
      before = tables();
      rows.replaceAll((table, number) -> 0L);
    }

    @Override
    public long rows(Table table) {
      return rows.get(table);
    }

    @Override
    public void commit(Head next) {
      boolean all = before.values().stream().allMatch(Map::isEmpty);
      if (all) {
        changed.values().forEach(ids -> ids.values().removeIf(Objects::isNull));
      }
      lock.writeLock().lock();
      try {
        if (!all) {
          changed.forEach((table, ids) -> apply(ids, before.get(table)));
        }
        tables = all ? changed : before;
        head = next;
      } finally {
        lock.writeLock().unlock();
      }
    }

    private static void apply(Map<String, StoredRow> changes, Map<String, StoredRow> target) {
      changes.forEach(
          (id, row) -> {
            if (row == null) {
              target.remove(id);
            } else {
              target.put(id, row);
            }
          });
    }

    @Override
    public void close() {}
  }
}
