package io.rivulet.state;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The hashes of one key group's events: the newest in memory, the others in slices. Small slices of
 * similar size grow together, so that there are few (O'Neil et al., "The log-structured merge
 * tree", Acta Informatica 1996).
 */
final class RecentSlices {
  /** A slice spans at most this part of a window: what is in it is forgotten together. */
  private static final int PARTS = 16;

  /**
   * So many hashes are a slice: none are joined with it, since to write them anew would cost more
   * than one slice more to look into. At a checkpoint fewer are left to be written.
   */
  private static final int ENOUGH = 1 << 10;

  /** From so many hashes on, joining them with others takes a moment. */
  private static final int MANY = 256;

  private record Slice(long begin, long end, int size) {}

  private final int keyGroup;
  private final EventSlices store;
  private final long window;

  /** Oldest first. */
  private final ArrayDeque<Slice> slices = new ArrayDeque<>();

  private long[] newest = new long[16];
  private int size;
  private long begin;
  private long end;

  /** Where the last repeated event was found: they often come in the same order again. */
  private long[] found = {};

  private long foundEnd;

  /** None. */
  RecentSlices(int keyGroup, EventSlices store, long window) {
    this.keyGroup = keyGroup;
    this.store = store;
    this.window = window;
  }

  /** Takes note of a slice that is in the store, younger than those before, and returns it. */
  long[] adopt(long sliceEnd) {
    long[] hashes = store.get(keyGroup, sliceEnd);
    long sliceBegin = slices.isEmpty() ? sliceEnd : slices.peekLast().end();
    slices.addLast(new Slice(sliceBegin, sliceEnd, hashes.length));
    return hashes;
  }

  /** Whether a hash has come within the window. */
  boolean holds(long hash, long now) {
    if (counts(end, now) && contains(newest, size, hash)) {
      return true;
    }
    if (counts(foundEnd, now) && contains(found, found.length, hash)) {
      return true;
    }
    Iterator<Slice> youngest = slices.descendingIterator();
    while (youngest.hasNext()) {
      Slice slice = youngest.next();
      if (!counts(slice.end(), now)) {
        return false;
      }
      long[] hashes = store.get(keyGroup, slice.end());
      if (contains(hashes, hashes.length, hash)) {
        found = hashes;
        foundEnd = slice.end();
        return true;
      }
    }
    return false;
  }

  private boolean counts(long time, long now) {
    return now - time < window;
  }

  private static boolean contains(long[] hashes, int size, long hash) {
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash) {
        return true;
      }
    }
    return false;
  }

  /** Adds a hash. */
  void add(long hash, long now) {
    if (size == ENOUGH || (size > 0 && now - begin > window / PARTS)) {
      save(now);
    }
    if (size == newest.length) {
      newest = Arrays.copyOf(newest, 2 * size);
    }
    begin = size == 0 ? now : begin;
    end = now;
    newest[size++] = hash;
    if (size == MANY) {
      joinYoungest();
    }
  }

  /**
   * Puts what is in memory into the store, and drops what is older than the window. Quick: many at
   * once join the slices before them later, with the next that come.
   */
  void save(long now) {
    while (!slices.isEmpty() && !counts(slices.peekFirst().end(), now)) {
      store.remove(keyGroup, slices.pollFirst().end());
    }
    if (size == 0) {
      return;
    }
    long sliceEnd = slices.isEmpty() ? end : Math.max(end, slices.peekLast().end() + 1);
    long[] hashes = Arrays.copyOf(newest, size);
    Slice slice = new Slice(begin, sliceEnd, size);
    if (size < MANY) {
      // It may be of many, after which not as many have come again.
      joinYoungest();
      putJoined(slice, hashes);
    } else {
      store.put(keyGroup, sliceEnd, hashes);
      slices.addLast(slice);
    }
    size = 0;
  }

  /** Lets the youngest slice in the store join those before it. */
  private void joinYoungest() {
    Slice youngest = slices.pollLast();
    if (youngest == null) {
      return;
    }
    if (growsInto(slices.peekLast(), youngest.size(), youngest.end())) {
      long[] hashes = store.get(keyGroup, youngest.end());
      store.remove(keyGroup, youngest.end());
      putJoined(youngest, hashes);
    } else {
      slices.addLast(youngest);
    }
  }

  /** Puts a slice into the store that is younger than all there, joined with those before it. */
  private void putJoined(Slice youngest, long[] hashes) {
    long[] all = hashes;
    long first = youngest.begin();
    while (growsInto(slices.peekLast(), all.length, youngest.end())) {
      Slice last = slices.pollLast();
      all = joined(store.get(keyGroup, last.end()), all);
      store.remove(keyGroup, last.end());
      first = last.begin();
    }
    store.put(keyGroup, youngest.end(), all);
    slices.addLast(new Slice(first, youngest.end(), all.length));
  }

  private boolean growsInto(Slice last, int added, long sliceEnd) {
    return last != null
        && last.size() < ENOUGH
        && last.size() <= 2 * added
        && sliceEnd - last.begin() <= window / PARTS;
  }

  private static long[] joined(long[] first, long[] second) {
    long[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
