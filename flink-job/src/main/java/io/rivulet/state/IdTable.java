package io.rivulet.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries by id. A look-up does little but wait for memory: for a place in the table, for the entry
 * there, for its id. So many are looked up together, step by step, and wait at the same time (Chen,
 * Ailamaki, Gibbons, Mowry, "Improving hash join performance through prefetching", ICDE 2004). Open
 * addressing with linear probing, at most half full (Knuth, "The art of computer programming", vol.
 * 3, 6.4).
 *
 * @param <E> what the entries hold
 */
final class IdTable<E extends IdTable.Entry> {
  /** In one table at most. */
  abstract static class Entry {
    final String id;
    final int hash;

    Entry(String id) {
      this.id = id;
      hash = id.hashCode();
    }
  }

  private static final int SMALLEST = 1024;

  /** Spreads hashes over the table, that of similar ids too (Knuth, 6.4: multiplicative). */
  private static final int GOLDEN = 0x9e3779b9;

  private E[] places = places(SMALLEST);
  private int size;

  /** How many there are. */
  int size() {
    return size;
  }

  /** The entry of an id, or null. */
  E get(String id) {
    int hash = id.hashCode();
    for (int place = first(hash); places[place] != null; place = next(place)) {
      E entry = places[place];
      if (entry.hash == hash && entry.id.equals(id)) {
        return entry;
      }
    }
    return null;
  }

  /** The entry of each id, null where there is none. */
  List<E> getAll(List<String> ids) {
    E[] found = places(ids.size());
    for (int i = 0; i < found.length; i++) {
      found[i] = places[first(ids.get(i).hashCode())];
    }
    boolean[] likely = new boolean[found.length];
    for (int i = 0; i < found.length; i++) {
      likely[i] = found[i] != null && found[i].hash == ids.get(i).hashCode();
    }
    List<E> all = new ArrayList<>(found.length);
    for (int i = 0; i < found.length; i++) {
      String id = ids.get(i);
      all.add(likely[i] && found[i].id.equals(id) ? found[i] : get(id));
    }
    return all;
  }

  /** Adds an entry; there must be none of its id. */
  void add(E entry) {
    if (2 * size >= places.length) {
      grow();
    }
    put(entry);
    size++;
  }

  private void put(E entry) {
    int place = first(entry.hash);
    while (places[place] != null) {
      place = next(place);
    }
    places[place] = entry;
  }

  private void grow() {
    E[] before = places;
    places = places(2 * before.length);
    for (E entry : before) {
      if (entry != null) {
        put(entry);
      }
    }
  }

  /** Removes an entry that is in the table. */
  void remove(E entry) {
    int gap = first(entry.hash);
    while (places[gap] != entry) {
      gap = next(gap);
    }
    // What was put behind it, because its own place was taken, moves up.
    for (int place = next(gap); places[place] != null; place = next(place)) {
      if (distance(first(places[place].hash), place) >= distance(gap, place)) {
        places[gap] = places[place];
        gap = place;
      }
    }
    places[gap] = null;
    size--;
  }

  private int first(int hash) {
    return (hash * GOLDEN) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (places.length - 1);
  }

  @SuppressWarnings("unchecked") // of entries, whatever they hold
  private static <E extends Entry> E[] places(int count) {
    return (E[]) new Entry[count];
  }
}
