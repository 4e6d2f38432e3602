package io.rivulet.snapshot;

import java.util.List;

/**
 * The versions that have to be read, one behind the other, for the last of them.
 *
 * @param chain each changes the one before it
 * @param from offset of the first record to read; if it is before the first version's, that one
 *     changes versions of which only the rows are left
 */
public record SnapshotPlan(List<PublishedVersion> chain, long from) {
  /** Copies. */
  public SnapshotPlan {
    chain = List.copyOf(chain);
  }

  /** The version that comes out. */
  public PublishedVersion target() {
    return chain.get(chain.size() - 1);
  }

  /** Offset of the last record to read. */
  public long to() {
    return target().to();
  }

  /** Whether the record at an offset belongs to the version. */
  boolean holds(long offset) {
    if (offset >= from && offset < chain.get(0).from()) {
      return true;
    }
    for (PublishedVersion version : chain) {
      if (offset >= version.from() && offset < version.to()) {
        return true;
      }
    }
    return false;
  }
}
