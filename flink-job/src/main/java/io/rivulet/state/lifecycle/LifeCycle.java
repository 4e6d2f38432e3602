package io.rivulet.state.lifecycle;

import io.rivulet.domain.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The life-cycle of a table's rows, as far as they are here: counts them, and says which ones leave
 * because of their age or number. It holds no row itself.
 */
public final class LifeCycle {
  private final RowLimits limits;
  private final KeyGroups keyGroups;
  private final QueueStore queues;

  /** By key group, beginning with the first that is here. */
  private final RowQueue[] groups;

  /** Key groups whose rows have changed since the last eviction. */
  private final Set<RowQueue> changed = new LinkedHashSet<>();

  /** A table without rows. */
  public LifeCycle(RowLimits limits, KeyGroups keyGroups, QueueStore queues) {
    this.limits = limits;
    this.keyGroups = keyGroups;
    this.queues = queues;
    groups = new RowQueue[keyGroups.last() - keyGroups.first() + 1];
    for (int group = keyGroups.first(); group <= keyGroups.last(); group++) {
      put(KeyGroupRows.empty(group));
    }
  }

  private void put(KeyGroupRows kept) {
    groups[kept.keyGroup() - keyGroups.first()] = queue(kept);
  }

  private RowQueue group(String id) {
    return groups[keyGroups.of(id) - keyGroups.first()];
  }

  private RowQueue queue(KeyGroupRows kept) {
    long mostRows = -Math.floorDiv(-limits.mostRows(), keyGroups.total());
    return new RowQueue(limits, mostRows, queues, kept);
  }

  /**
   * Goes on from a snapshot of a table that has rows. Takes no notice of key groups that are
   * elsewhere.
   *
   * @param ids gives all ids that have a row here, those of a key group one after the other; asked
   *     only if the snapshot does not tell enough, because it was made when there were no limits,
   *     or no life-cycle
   */
  public void restore(Iterable<KeyGroupRows> snapshot, Supplier<Stream<String>> ids, Rows rows) {
    Set<Integer> unknown = new TreeSet<>();
    for (int group = keyGroups.first(); group <= keyGroups.last(); group++) {
      unknown.add(group);
    }
    for (KeyGroupRows kept : snapshot) {
      int group = kept.keyGroup();
      if (!keyGroups.holds(group)) {
        continue;
      }
      if (kept.queued() == limits.evicts()) {
        put(kept);
        unknown.remove(group);
      } else if (kept.queued()) {
        queues.clear(group);
        put(kept.unqueued());
        unknown.remove(group);
      } else {
        put(kept.uncounted());
      }
    }
    if (!unknown.isEmpty()) {
      try (Stream<String> all = ids.get()) {
        adopt(all.filter(id -> unknown.contains(keyGroups.of(id))), rows);
      }
    }
  }

  private void adopt(Stream<String> ids, Rows rows) {
    List<Sighting> found = new ArrayList<>();
    ids.forEach(
        id -> {
          if (!found.isEmpty() && keyGroups.of(found.get(0).id()) != keyGroups.of(id)) {
            adopt(found);
          }
          Row row = rows.get(id);
          found.add(new Sighting(id, row.count(), row.lastSeen()));
        });
    adopt(found);
  }

  private void adopt(List<Sighting> found) {
    found.sort(Comparator.comparingLong(Sighting::time));
    for (Sighting row : found) {
      RowQueue group = group(row.id());
      group.advance(row.time());
      group.adopt(row);
    }
    found.clear();
  }

  /** Takes in a row that was made, as it is after its first example. */
  public void admitted(String id, Row row) {
    group(id).admit(id, row);
  }

  /** Counts an example of an id that has no row and gets none. */
  public void refused(String id) {
    group(id).refuse();
  }

  /** Notes the time of an example that moved the id's row. */
  public void seen(String id, long eventTime) {
    RowQueue group = group(id);
    group.advance(eventTime);
    if (limits.evicts()) {
      changed.add(group);
    }
  }

  /**
   * Drops rows whose time is over, and rows that are too many, where something has changed since
   * the last time.
   *
   * @param rows gives the rows as they are now
   * @param dropped is told the id of each row after it was removed from the rows
   */
  public void evict(Rows rows, Consumer<String> dropped) {
    for (RowQueue group : changed) {
      group.evict(rows, dropped);
    }
    changed.clear();
  }

  /** The account of the rows that are here. */
  public RowStatistics statistics() {
    RowStatistics sum = RowStatistics.EMPTY;
    for (RowQueue group : groups) {
      sum = sum.plus(group.statistics());
    }
    return sum;
  }

  /** What is to be kept. */
  public List<KeyGroupRows> snapshot() {
    return Arrays.stream(groups).map(RowQueue::snapshot).toList();
  }
}
