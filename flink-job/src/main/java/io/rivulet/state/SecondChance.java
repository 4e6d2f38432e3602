package io.rivulet.state;

import java.util.ArrayDeque;
import java.util.List;
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
  abstract static class Entry extends IdTable.Entry {
    boolean used;

    /** Whether it is in the table. If not, its turn may be left over. */
    boolean present;

    Entry(String id) {
      super(id);
    }

    /** Most have been used already: memory that is only looked at need not be written back. */
    void use() {
      if (!used) {
        used = true;
      }
    }
  }

  private final IdTable<E> entries = new IdTable<>();

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
      entry.use();
    }
    return entry;
  }

  /** The same of many ids, see {@link IdTable}. */
  List<E> getAll(List<String> ids) {
    List<E> all = entries.getAll(ids);
    for (E entry : all) {
      if (entry != null) {
        entry.use();
      }
    }
    return all;
  }

  /** The entry of an id, which is not used thereby; or null. */
  E peek(String id) {
    return entries.get(id);
  }

  /** Adds an entry, which is not used yet; there must be none of its id. */
  void add(E entry) {
    entries.add(entry);
    entry.present = true;
    turns.add(entry);
  }

  /** Removes the entry of an id, and returns it; null if there is none. */
  E remove(String id) {
    E entry = entries.get(id);
    if (entry != null) {
      take(entry);
    }
    if (turns.size() > 2 * entries.size() + LEFT_OVER) {
      turns.removeIf(turn -> !turn.present);
    }
    return entry;
  }

  private void take(E entry) {
    entries.remove(entry);
    entry.present = false;
  }

  /** Removes the entry that is to leave first, and returns it; there must be one. */
  E removeFirst() {
    while (true) {
      E entry = turns.remove();
      if (entry.used) {
        entry.used = false;
        turns.add(entry);
      } else if (entry.present) {
        take(entry);
        return entry;
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
        take(entry);
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
    return () -> turns.stream().filter(turn -> turn.present).iterator();
  }
}
