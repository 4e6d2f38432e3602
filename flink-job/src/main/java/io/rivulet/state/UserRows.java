package io.rivulet.state;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.Rows;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The user rows of one learner: a write-back cache in front of a store that is slow (a row read and
 * written in RocksDB costs more than all else an event needs). Few of the rows that it keeps are
 * unwritten: who waits for a {@link #flush} does not wait long.
 */
public final class UserRows {
  private final class Entry extends SecondChance.Entry implements OpenRow {
    // Not a Row: a new one for each example would be a young object that an old one refers to, and
    // each young collection would copy as many as users were there since the last.
    private final float[] values;
    private long count;
    private long lastSeen;

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
      unwritten.add(this);
      lifeCycle.seen(id, eventTime);
      if (isNew) {
        lifeCycle.admitted(id, row());
      }
    }
  }

  private final int capacity;
  private final ParameterLayout layout;
  private final RowStore store;
  private final Admission admission;
  private final LifeCycle lifeCycle;
  private final RowObserver observer;
  private final int mostUnwritten;

  /** What has changed since it was in the store, longest first. */
  private final Set<Entry> unwritten = new LinkedHashSet<>();

  private final SecondChance<Entry> cache = new SecondChance<>();
  private long late;

  /**
   * An empty cache.
   *
   * @param capacity rows kept in memory after {@link #trim}
   * @param mostUnwritten changed rows that are not in the store after {@link #trim}
   * @param observer is told what goes to the store and what the life-cycle has ended
   */
  public UserRows(
      int capacity,
      ParameterLayout layout,
      RowStore store,
      Admission admission,
      LifeCycle lifeCycle,
      int mostUnwritten,
      RowObserver observer) {
    this.capacity = capacity;
    this.layout = layout;
    this.store = store;
    this.admission = admission;
    this.lifeCycle = lifeCycle;
    this.mostUnwritten = mostUnwritten;
    this.observer = observer;
  }

  /**
   * The live row of a user; made from its hash if the user has none. An example that changes it
   * must be counted before the next {@link #trim}; the change is lost if the user gets no row.
   */
  public OpenRow open(String userId) {
    Entry entry = cache.get(userId);
    if (entry == null) {
      Row stored = store.get(userId);
      entry = new Entry(userId, stored == null ? made(userId) : copy(stored));
      cache.add(entry);
    }
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
   * Drops the rows whose life has ended, and puts rows back to the store until no more than the
   * capacity are cached, and no more than a few unwritten.
   */
  public void trim() {
    lifeCycle.evict(new Newest(), observer::dropped);
    writeUntil(mostUnwritten);
    while (cache.size() > capacity) {
      Entry entry = cache.removeFirst();
      if (unwritten.remove(entry)) {
        write(entry);
      }
    }
  }

  /** Puts every changed row back to the store; they stay cached. */
  public void flush() {
    writeUntil(0);
  }

  private Row made(String userId) {
    return new Row(0, 0, layout.initial(Table.USER.label(), userId));
  }

  private void writeUntil(int left) {
    Iterator<Entry> longest = unwritten.iterator();
    while (unwritten.size() > left) {
      Entry entry = longest.next();
      longest.remove();
      write(entry);
    }
  }

  private void write(Entry entry) {
    Row row = copy(entry.row());
    store.put(entry.id, row);
    observer.changed(entry.id, row);
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
      unwritten.remove(cache.remove(id));
      store.remove(id);
    }
  }

  private static Row copy(Row row) {
    return new Row(row.count(), row.lastSeen(), row.values().clone());
  }
}
