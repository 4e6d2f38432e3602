package io.rivulet.state.lifecycle;

import io.rivulet.domain.Row;
import io.rivulet.state.lifecycle.KeyGroupRows.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of one key group in about the order in which they were last used: those that leave first
 * come first. A row that is used stays where it is; only when its turn to leave has come it is
 * looked at, and gets a second chance if it was used since it was last looked at (Corbató, "A
 * paging experiment with the Multics system", 1969). So using a row costs nothing, and a row that
 * leaves was not used while all others were made or looked at.
 *
 * <p>With a time to live there is a second queue, of rows that were looked at and had not been
 * used: they wait there for their time. A row leaves at the earliest when its time to live is over,
 * and at the latest a quarter later. Time is the newest event time that the key group has seen: it
 * stands still where no events come.
 */
final class RowQueue {
  /** A row is looked at so many times in its time to live. */
  private static final int LOOKS = 8;

  private static final int RECENT = 0;
  private static final int IDLE = 1;

  private final int keyGroup;
  private final long ttl;
  private final long mostRows;
  private final boolean queueing;
  private final Lane recent;
  private final Lane idle;

  /** Rows made since the last eviction: they do not compete with those that were there. */
  private final List<Sighting> made = new ArrayList<>();

  private long rows;
  private long admitted;
  private long evicted;
  private long evictedExamples;
  private long unadmittedExamples;
  private long clock;

  /**
   * Goes on from what was kept of the key group.
   *
   * @param mostRows the limit of this key group alone, 0 for none
   */
  RowQueue(RowLimits limits, long mostRows, QueueStore store, KeyGroupRows kept) {
    this.mostRows = mostRows;
    keyGroup = kept.keyGroup();
    ttl = limits.ttl();
    queueing = limits.evicts();
    recent = lane(store, RECENT, kept.recent());
    idle = lane(store, IDLE, kept.idle());
    rows = kept.statistics().rows();
    admitted = kept.statistics().admitted();
    evicted = kept.statistics().evicted();
    evictedExamples = kept.statistics().evictedExamples();
    unadmittedExamples = kept.statistics().unadmittedExamples();
    clock = kept.clock();
  }

  private Lane lane(QueueStore store, int lane, Ends ends) {
    return new Lane(store, keyGroup, lane, ends.head(), ends.tail());
  }

  /** Takes in a row that was made; to be followed by an eviction. */
  void admit(String id, Row row) {
    admitted++;
    rows++;
    if (queueing) {
      made.add(new Sighting(id, row.count(), clock));
    }
  }

  /** Takes in a row that was there before this queue. */
  void adopt(Sighting row) {
    rows++;
    if (queueing) {
      recent.add(row);
    }
  }

  /** Counts an example of an id that gets no row. */
  void refuse() {
    unadmittedExamples++;
  }

  /** Learns what time it is. */
  void advance(long eventTime) {
    clock = Math.max(clock, eventTime);
  }

  /** Drops the rows whose time is over, and those that are too many. */
  void evict(Rows table, Consumer<String> dropped) {
    if (ttl > 0) {
      while (!recent.isEmpty() && clock - recent.peek().time() >= ttl / LOOKS) {
        look(table);
      }
      while (!idle.isEmpty() && clock - idle.peek().time() >= ttl) {
        drop(idle, table, dropped);
      }
    }
    dropSurplus(table, dropped);
    made.forEach(recent::add);
    made.clear();
    dropSurplus(table, dropped);
  }

  private void dropSurplus(Rows table, Consumer<String> dropped) {
    while (mostRows > 0 && rows > mostRows && !(idle.isEmpty() && recent.isEmpty())) {
      drop(idle.isEmpty() ? recent : idle, table, dropped);
    }
  }

  private void look(Rows table) {
    Sighting last = recent.poll();
    Row row = table.get(last.id());
    if (row.count() == last.count()) {
      idle.add(new Sighting(last.id(), row.count(), row.lastSeen()));
    } else {
      recent.add(new Sighting(last.id(), row.count(), clock));
    }
  }

  private void drop(Lane lane, Rows table, Consumer<String> dropped) {
    Sighting last = lane.poll();
    Row row = table.get(last.id());
    if (row.count() != last.count()) {
      recent.add(new Sighting(last.id(), row.count(), clock));
      return;
    }
    table.remove(last.id());
    rows--;
    evicted++;
    evictedExamples += row.count();
    dropped.accept(last.id());
  }

  RowStatistics statistics() {
    return new RowStatistics(rows, admitted, evicted, evictedExamples, unadmittedExamples);
  }

  /** What is to be kept. */
  KeyGroupRows snapshot() {
    return new KeyGroupRows(
        keyGroup,
        statistics(),
        queueing,
        clock,
        new Ends(recent.head(), recent.tail()),
        new Ends(idle.head(), idle.tail()));
  }
}
