package io.rivulet.state;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * Entries by id, and which of them to give up first: going round, the first that was not looked up
 * since the last time round (Corbató, A Paging Experiment with the Multics System, 1968). That is
 * nearly the one that was not used for longest. But to look an entry up writes no reference: in a
 * list in the order of use it changes some old objects each time, and the next young collection has
 * to look through them all.
 *
 * @param <E> what the entries hold
 */
final class SecondChance<E extends SecondChance.Entry> {
  /** So many that were removed may be left for their turn to come. */
  private static final int LEFT_OVER = 1024;

  /** One in so many is looked at at once. */
  private static final int PARTS = 16;

  /** In one table at most. */
  abstract static class Entry {
    final String id;
    boolean used;

    /** Whether it is in the table. If not, its turn may be left over. */
    boolean present;

    Entry(String id) {
      this.id = id;
    }
  }

  private final Map<String, E> entries = new HashMap<>(1024);

  /** By whose turn it is; those that were removed too, until it is theirs. */
  private final Queue<E> turns = new ArrayDeque<>(1024);

  /** How many there are. */
  int size() {
    return entries.size();
  }

  /** The entry of an id, which is thereby used; or null. */
  E get(String id) {
    E entry = entries.get(id);
    if (entry != null) {
      entry.used = true;
    }
    return entry;
  }

  /** The entry of an id, which is not used thereby; or null. */
  E peek(String id) {
    return entries.get(id);
  }

  /** Adds an entry, which is not used yet; there must be none of its id. */
  void add(E entry) {
    entries.put(entry.id, entry);
    entry.present = true;
    turns.add(entry);
  }

  /** Removes the entry of an id, and returns it; null if there is none. */
  E remove(String id) {
    E entry = take(id);
    if (turns.size() > 2 * entries.size() + LEFT_OVER) {
      turns.removeIf(turn -> !turn.present);
    }
    return entry;
  }

  private E take(String id) {
    E entry = entries.remove(id);
    if (entry != null) {
      entry.present = false;
    }
    return entry;
  }

  /** Removes the entry that is to leave first, and returns it; there must be one. */
  E removeFirst() {
    while (true) {
      E entry = turns.remove();
      if (entry.used) {
        entry.used = false;
        turns.add(entry);
      } else if (entry.present) {
        return take(entry.id);
      }
    }
  }

  /**
   * Removes entries that are over. Looks at one in sixteen only, and at sixteen at least: all have
   * been looked at in sixteen times, or in more if many are removed, since fewer are looked at
   * then.
   */
  void removeSome(Predicate<E> over) {
    for (int looks = Math.min(turns.size(), entries.size() / PARTS + PARTS); looks > 0; looks--) {
      E entry = turns.remove();
      if (!entry.present) {
        continue;
      }
      if (over.test(entry)) {
        take(entry.id);
      } else {
        turns.add(entry);
      }
    }
  }

  /** How many turns are kept, of those that are there and of those that were removed. */
  int turns() {
    return turns.size();
  }

  /** All entries, in no order that means anything; they must not change meanwhile. */
  Iterable<E> all() {
    return entries.values();
  }
}
