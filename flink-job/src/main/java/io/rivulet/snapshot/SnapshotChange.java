package io.rivulet.snapshot;

import io.rivulet.domain.RawRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The records behind the last manifest: they wait for the manifest that says what they are. If they
 * are too many for memory they are only counted.
 */
final class SnapshotChange {
  private record Waiting(SnapshotKey key, RawRecord raw) {}

  private final long mostBytes;
  private final List<Waiting> waiting = new ArrayList<>();
  private final SegmentTally tally = new SegmentTally();
  private long bytes;
  private boolean closed;

  SnapshotChange(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Takes the record of a row. */
  void add(SnapshotKey key, RawRecord raw) {
    if (closed) {
      clear();
    }
    tally.add(key, raw.key(), raw.value());
    bytes += raw.key().length + (raw.value() == null ? 0 : raw.value().length);
    if (isWhole()) {
      waiting.add(new Waiting(key, raw));
    } else {
      waiting.clear();
    }
  }

  /** A manifest was read: the next record of a row belongs to another version. */
  void close() {
    closed = true;
  }

  void clear() {
    waiting.clear();
    tally.clear();
    bytes = 0;
    closed = false;
  }

  /** Whether all records are here. */
  boolean isWhole() {
    return bytes <= mostBytes;
  }

  /**
   * Makes the version that a manifest closes out of the one in use.
   *
   * @throws SnapshotException if it cannot be used
   */
  ModelStore.Head apply(
      PublishedVersion version, ModelDefinition model, String arm, ModelStore store)
      throws SnapshotException {
    tally.check(version.manifest());
    try (ModelStore.Update update = store.change()) {
      SnapshotRows rows = new SnapshotRows(model, arm, update);
      waiting.forEach(record -> rows.add(record.key(), record.raw()));
      rows.check();
      SnapshotBuild.checkTotals(version.manifest(), update);
      ModelStore.Head head = new ModelStore.Head(version.manifest(), version.to() + 1);
      update.commit(head);
      return head;
    }
  }
}
