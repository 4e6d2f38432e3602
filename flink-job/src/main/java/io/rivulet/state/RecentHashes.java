package io.rivulet.state;

import io.rivulet.learner.layout.Hashing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a hash whether it may have come within a window of time, or certainly has not: Bloom
 * filters (Bloom, CACM 1970) whose bits for one hash lie side by side, one in each of a few words
 * (Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", JEA 2009), a new one
 * every half window. About three to twelve bytes for each hash of the last one and a half windows;
 * of ten thousand that are new two or three are said to be old.
 */
final class RecentHashes {
  /** Three megabytes: one filter is enough for most, and each is a look. */
  private static final int SMALLEST = 1 << 20;

  /** A full generation gets one more filter, so many times as large as all it has. */
  private static final int GROWTH = 3;

  private static final int BITS_PER_HASH = 24;

  /** As many as a line of the processor's cache: memory is what a look waits for. */
  private static final int WORDS = 8;

  private static final int INDEX_BITS = 6;

  private static final class Filter {
    final long[] words;
    final int blocks;
    int room;

    Filter(int hashes) {
      room = hashes;
      blocks = Math.toIntExact((long) hashes * BITS_PER_HASH / (WORDS * Long.SIZE) + 1);
      words = new long[blocks * WORDS];
    }

    /** Index of the first word for a hash. */
    int block(long hash) {
      return (int) (((hash >>> Integer.SIZE) * blocks) >>> Integer.SIZE) * WORDS;
    }

    void find(long[] hashes, boolean[] held) {
      for (int i = 0; i < hashes.length; i++) {
        held[i] |= mayHold(hashes[i]);
      }
    }

    // Each bit is set often enough: to go on only after one that is would be guessed wrong.
    private boolean mayHold(long hash) {
      int at = block(hash);
      long indices = Hashing.combine(0, hash);
      long set = 1;
      for (int i = 0; i < WORDS; i++) {
        set &= words[at + i] >>> (indices >>> (i * INDEX_BITS));
      }
      return set != 0;
    }

    void add(long hash) {
      int at = block(hash);
      long indices = Hashing.combine(0, hash);
      for (int i = 0; i < WORDS; i++) {
        words[at + i] |= 1L << (indices >>> (i * INDEX_BITS));
      }
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

    void add(long hash) {
      Filter last = filters.get(filters.size() - 1);
      if (last.room == 0) {
        last = new Filter(GROWTH * hashes);
        filters.add(last);
      }
      last.add(hash);
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
  RecentHashes(long window) {
    this.window = window;
  }

  /**
   * Whether each hash may have been added less than a window ago; if false, it was not. With
   * nothing between the looks, what one waits for and what the next waits for comes at the same
   * time.
   */
  boolean[] mayHold(long... hashes) {
    boolean[] held = new boolean[hashes.length];
    for (Generation generation : generations) {
      for (Filter filter : generation.filters) {
        filter.find(hashes, held);
      }
    }
    return held;
  }

  /**
   * Adds a hash, evenly distributed.
   *
   * @param now milliseconds, never less than before
   */
  void add(long hash, long now) {
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
