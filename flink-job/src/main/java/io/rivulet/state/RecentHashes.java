package io.rivulet.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a hash whether it may have come within a window of time, or certainly has not: Bloom
 * filters (Bloom, CACM 1970) whose bits for one hash lie in one word (Putze, Sanders, Singler,
 * "Cache-, hash- and space-efficient Bloom filters", JEA 2009), a new one every half window. About
 * two bytes for each hash of the last one and a half windows; some of a hundred that are new are
 * said to be old.
 */
public final class RecentHashes {
  private static final int SMALLEST = 1 << 16;
  private static final int BITS_PER_HASH = 16;
  private static final int BITS_SET = 4;
  private static final int INDEX_BITS = 6;

  private static final class Filter {
    final long[] words;
    int room;

    Filter(int hashes) {
      room = hashes;
      words = new long[Integer.highestOneBit(2 * hashes - 1) * BITS_PER_HASH / Long.SIZE];
    }

    long bits(long hash) {
      long bits = 0;
      for (int i = 0; i < BITS_SET; i++) {
        bits |= 1L << (hash >>> (i * INDEX_BITS));
      }
      return bits;
    }

    int word(long hash) {
      return (int) (hash >>> Integer.SIZE) & (words.length - 1);
    }
  }

  private static final class Generation {
    final long start;
    final List<Filter> filters = new ArrayList<>();
    int hashes;

    Generation(long start, int expected) {
      this.start = start;
      filters.add(new Filter(expected));
    }

    boolean mayHold(long hash) {
      for (int i = 0; i < filters.size(); i++) {
        Filter filter = filters.get(i);
        long bits = filter.bits(hash);
        if ((filter.words[filter.word(hash)] & bits) == bits) {
          return true;
        }
      }
      return false;
    }

    void add(long hash) {
      Filter last = filters.get(filters.size() - 1);
      if (last.room == 0) {
        last = new Filter(hashes);
        filters.add(last);
      }
      last.words[last.word(hash)] |= last.bits(hash);
      last.room--;
      hashes++;
    }
  }

  private final long window;
  private final ArrayDeque<Generation> generations = new ArrayDeque<>();

  /**
   * Has met none.
   *
   * @param window milliseconds, > 0
   */
  public RecentHashes(long window) {
    this.window = window;
  }

  /** Whether the hash may have been added less than a window ago; if false, it was not. */
  public boolean mayHold(long hash) {
    for (Generation generation : generations) {
      if (generation.mayHold(hash)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds a hash, evenly distributed.
   *
   * @param now milliseconds, never less than before
   */
  public void add(long hash, long now) {
    Generation newest = generations.peekLast();
    if (newest == null || now - newest.start >= window / 2) {
      int expected = newest == null ? SMALLEST : Math.max(SMALLEST, newest.hashes);
      newest = new Generation(now, expected);
      generations.add(newest);
      forget(now);
    }
    newest.add(hash);
  }

  /** All of a generation is older than the window when the next one is. */
  private void forget(long now) {
    while (generations.size() > 1) {
      Generation oldest = generations.poll();
      if (now - generations.peek().start <= window) {
        generations.addFirst(oldest);
        return;
      }
    }
  }
}
