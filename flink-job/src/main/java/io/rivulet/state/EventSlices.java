package io.rivulet.state;

import java.util.Collection;

/** Where {@link RecentEvents} keeps what it holds, by key group and the end of a slice of time. */
public interface EventSlices {
  /** The ends of all slices of a key group, in any order. */
  Collection<Long> ends(int keyGroup);

  /**
   * The hashes of a slice that there is.
   *
   * @return owned by the caller
   */
  long[] get(int keyGroup, long end);

  /**
   * Adds a slice.
   *
   * @param hashes not changed afterwards
   */
  void put(int keyGroup, long end, long[] hashes);

  /** Drops a slice. */
  void remove(int keyGroup, long end);
}
