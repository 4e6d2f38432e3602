package io.rivulet.state.lifecycle;

import io.rivulet.learner.layout.Hashing;
import java.util.Arrays;

/**
 * Counts how often ids were met lately, in a fixed number of bytes: a count-min sketch (Cormode,
 * Muthukrishnan, J. Algorithms 2005) with conservative update (Estan, Varghese, SIGCOMM 2002) whose
 * counters are halved after a window of events, so that it never fills up (Einziger, Friedman,
 * Manes, "TinyLFU", ACM TOS 2017). It may count an id too high, by the collisions of some 2 % of
 * ids, and too low only by the halving.
 */
final class FrequencySketch {
  /** The highest count. */
  static final int MOST = Byte.MAX_VALUE;

  private static final int DEPTH = 4;

  /** Counters of each hash for every event of the window. */
  private static final int SPARSITY = 2;

  private final int window;
  private final int mask;
  private final byte[] counters;
  private int events;

  /** Has met nobody; counters are halved after {@code window} events, 1 to 2^24. */
  FrequencySketch(int window) {
    this.window = window;
    int width = width(window);
    mask = width - 1;
    counters = new byte[DEPTH * width];
  }

  /** Goes on from {@link #counters} and {@link #events} of a sketch with the same window. */
  FrequencySketch(int window, byte[] counters, int events) {
    this(window);
    System.arraycopy(counters, 0, this.counters, 0, this.counters.length);
    this.events = events;
  }

  /** Number of bytes of a sketch with a window. */
  static int size(int window) {
    return DEPTH * width(window);
  }

  /** Counts one event of the id, and returns how many there were, this one included. */
  int add(String id) {
    long hash = Hashing.combine(0, id);
    int least = MOST;
    for (int row = 0; row < DEPTH; row++) {
      least = Math.min(least, counters[place(hash, row)]);
    }
    int count = Math.min(least + 1, MOST);
    for (int row = 0; row < DEPTH; row++) {
      int place = place(hash, row);
      counters[place] = (byte) Math.max(counters[place], count);
    }
    events++;
    if (events >= window) {
      halve();
    }
    return count;
  }

  /** A copy of the counters. */
  byte[] counters() {
    return Arrays.copyOf(counters, counters.length);
  }

  /** Events that the counters hold, as far as they were not halved. */
  int events() {
    return events;
  }

  /** Double hashing (Kirsch, Mitzenmacher, ESA 2006). */
  private int place(long hash, int row) {
    int step = (int) (hash >>> 32) | 1;
    return row * (mask + 1) + (((int) hash + row * step) & mask);
  }

  /** An odd counter loses a whole half more: without that, ids met once would use up the window. */
  private void halve() {
    int odd = 0;
    for (int i = 0; i < counters.length; i++) {
      odd += counters[i] & 1;
      counters[i] >>= 1;
    }
    events = Math.max(0, events - odd / DEPTH) / 2;
  }

  /** The power of two that is large enough. */
  private static int width(int window) {
    return Integer.highestOneBit(2 * SPARSITY * window - 1);
  }
}
