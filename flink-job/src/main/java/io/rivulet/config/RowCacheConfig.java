package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import java.io.Serializable;

/** The user rows that are kept in memory, in front of RocksDB. */
public record RowCacheConfig(
    @Key(
            value =
                "Most user rows in one learner's memory, 1 to 100000000. Others come from RocksDB,"
                    + " which takes longer than all the rest of an event's way.",
            otherwise = "100000")
        int capacity)
    implements Serializable {

  /** Checks the range. */
  public RowCacheConfig {
    Ranges.within("capacity", capacity, 1, 100_000_000);
  }
}
