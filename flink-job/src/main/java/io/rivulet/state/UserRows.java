package io.rivulet.state;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntSupplier;

/**
 * The user rows of one learner: a write-back cache in front of a store that is slow (a row read and
 * written in RocksDB costs more than all else an event needs).
 */
public final class UserRows {
  /**
   * How many rows are where.
   *
   * @param cached rows kept in memory
   * @param unwritten changed rows that are not in the store
   * @param untold changed rows that the observer does not know; asked each time
   */
  public record Limits(int cached, int unwritten, IntSupplier untold) {}

  private final class Entry extends SecondChance.Entry implements OpenRow {
    // Not a Row: a new one for each example would be a young object that an old one refers to, and
    // each young collection would copy as many as users were there since the last.
    private float[] values;
    private long count;
    private long lastSeen;

    /** Whether the store has another row. */
    private boolean isUnwritten;

    /** Whether the observer knows another row. */
    private boolean isUntold;

    /** Whether somebody else has the values, which then must not change any more. */
    private boolean isShared;

    Entry(String id, Row row) {
      super(id);
      values = row.values();
      count = row.count();
      lastSeen = row.lastSeen();
    }

    /** The row as it is now, with the live values. */
    Row row() {
      return new Row(count, lastSeen, values);
    }

    /** The row as it is now, to be kept: who opens it next gets values of his own. */
    Row shared() {
      isShared = true;
      return row();
    }

    /** Before the values change. */
    void unshare() {
      if (isShared) {
        isShared = false;
        values = values.clone();
      }
    }

    @Override
    public float[] values() {
      return values;
    }

    @Override
    public void learned(long eventTime) {
      boolean isNew = count == 0;
      if (isNew && !admission.admits(id)) {
        lifeCycle.refused(id);
        cache.remove(id);
        return;
      }
      late += eventTime < lastSeen ? 1 : 0;
      count++;
      lastSeen = Math.max(lastSeen, eventTime);
      changed();
      lifeCycle.seen(id, eventTime);
      if (isNew) {
        lifeCycle.admitted(id, row());
      }
    }

    private void changed() {
      if (!isUnwritten) {
        isUnwritten = true;
        unwritten.add(this);
      }
      if (!isUntold) {
        isUntold = true;
        untold.add(this);
      }
    }

    void write() {
      if (isUnwritten) {
        isUnwritten = false;
        store.put(id, shared());
      }
    }

    void tell() {
      if (isUntold) {
        isUntold = false;
        observer.changed(id, shared());
      }
    }
  }

  private final Limits limits;
  private final ParameterLayout layout;
  private final RowStore store;
  private final Admission admission;
  private final LifeCycle lifeCycle;
  private final RowObserver observer;

  /** What has changed since it was in the store, longest first, and what was dropped since. */
  private final Queue<Entry> unwritten = new ArrayDeque<>();

  /** The same of what has changed since the observer was told. */
  private final Queue<Entry> untold = new ArrayDeque<>();

  private final SecondChance<Entry> cache = new SecondChance<>();
  private long late;

  /**
   * An empty cache.
   *
   * @param limits hold after {@link #trim}
   * @param observer is told what has changed, if often not each time, and what the life-cycle has
   *     ended
   */
  public UserRows(
      Limits limits,
      ParameterLayout layout,
      RowStore store,
      Admission admission,
      LifeCycle lifeCycle,
      RowObserver observer) {
    this.limits = limits;
    this.layout = layout;
    this.store = store;
    this.admission = admission;
    this.lifeCycle = lifeCycle;
    this.observer = observer;
  }

  /**
   * The live row of a user; made from its hash if the user has none. An example that changes it
   * must be counted before the next {@link #trim}; the change is lost if the user gets no row.
   * Behind that, and behind whatever else hands rows out, it must be opened again to be changed.
   */
  public OpenRow open(String userId) {
    return open(List.of(userId)).get(0);
  }

  /** The same of many users, another one each. */
  public List<OpenRow> open(List<String> userIds) {
    List<Entry> cached = cache.getAll(userIds);
    List<OpenRow> opened = new ArrayList<>(userIds.size());
    for (int i = 0; i < userIds.size(); i++) {
      Entry entry = cached.get(i) == null ? fetched(userIds.get(i)) : cached.get(i);
      entry.unshare();
      opened.add(entry);
    }
    return opened;
  }

  private Entry fetched(String userId) {
    Row stored = store.get(userId);
    Entry entry = new Entry(userId, stored == null ? made(userId) : copy(stored));
    cache.add(entry);
    return entry;
  }

  /**
   * A user's row as it stands; made from its hash if the user has none. Not to be changed; that it
   * was asked for leaves no trace in what a checkpoint holds.
   */
  public Row peek(String userId) {
    Entry cached = cache.get(userId);
    Row row = cached == null ? store.get(userId) : cached.row();
    return row == null ? made(userId) : row;
  }

  /** Examples since the start that were older than one that their user's row had seen before. */
  public long late() {
    return late;
  }

  /**
   * Drops the rows whose life has ended, and puts rows back to the store and tells of them until
   * the limits hold.
   */
  public void trim() {
    lifeCycle.evict(new Newest(), observer::dropped);
    while (unwritten.size() > limits.unwritten()) {
      unwritten.remove().write();
    }
    int mostUntold = limits.untold().getAsInt();
    while (untold.size() > mostUntold) {
      untold.remove().tell();
    }
    while (cache.size() > limits.cached()) {
      Entry entry = cache.removeFirst();
      entry.tell();
      entry.write();
    }
  }

  /** Puts every changed row back to the store; they stay cached. */
  public void flush() {
    unwritten.forEach(Entry::write);
    unwritten.clear();
  }

  /** Tells the observer of every row that has changed. */
  public void tell() {
    untold.forEach(Entry::tell);
    untold.clear();
  }

  /** The changed rows that are not in the store. */
  public UnwrittenRows unwritten() {
    List<String> ids = new ArrayList<>(unwritten.size());
    List<Row> rows = new ArrayList<>(unwritten.size());
    for (Entry entry : unwritten) {
      if (entry.isUnwritten) {
        ids.add(entry.id);
        rows.add(entry.shared());
      }
    }
    return new UnwrittenRows(ids, rows);
  }

  private Row made(String userId) {
    return new Row(0, 0, layout.initial(Table.USER.label(), userId));
  }

  /** The rows as they are: in the cache, or else in the store. */
  private final class Newest implements Rows {
    @Override
    public Row get(String id) {
      Entry cached = cache.get(id);
      return cached == null ? store.get(id) : cached.row();
    }

    @Override
    public void remove(String id) {
      Entry entry = cache.remove(id);
      if (entry != null) {
        entry.isUnwritten = false;
        entry.isUntold = false;
      }
      store.remove(id);
    }
  }

  private static Row copy(Row row) {
    return new Row(row.count(), row.lastSeen(), row.values().clone());
  }
}
