package io.rivulet.snapshot;

import io.rivulet.schema.SnapshotManifest;
import java.util.Map;
import java.util.TreeMap;

/** Counts the records between the manifests of two versions, and sums them up. */
final class SegmentTally {
  private final Map<String, Long> records = new TreeMap<>();
  private Checksum checksum = new Checksum();

  void add(SnapshotKey key, byte[] bytes, byte[] value) {
    records.merge(key.kind(), 1L, Long::sum);
    checksum.add(bytes, value);
  }

  void clear() {
    records.clear();
    checksum = new Checksum();
  }

  /** Whether compaction has taken some of the records that a manifest closes, and added none. */
  boolean isThinned(SnapshotManifest manifest) {
    boolean fewer = false;
    for (Map.Entry<String, Long> table : named(manifest).entrySet()) {
      fewer |= records.getOrDefault(table.getKey(), 0L) < table.getValue();
    }
    for (Map.Entry<String, Long> table : records.entrySet()) {
      if (table.getValue() > manifest.getRecords().getOrDefault(table.getKey(), 0L)) {
        return false;
      }
    }
    return fewer;
  }

  private static Map<String, Long> named(SnapshotManifest manifest) {
    Map<String, Long> named = new TreeMap<>(manifest.getRecords());
    named.values().removeIf(number -> number == 0);
    return named;
  }

  /**
   * Compares with what a manifest says.
   *
   * @throws SnapshotException if the records are not those that the manifest closes
   */
  void check(SnapshotManifest manifest) throws SnapshotException {
    Map<String, Long> named = named(manifest);
    if (!named.equals(records)) {
      throw new SnapshotException(
          "the manifest closes "
              + named
              + " records, and "
              + records
              + " are there: some were lost, or, of a version older than the topic's"
              + " min.compaction.lag.ms, compacted away; use a newer version");
    }
    if (manifest.getChecksum() != checksum.value()) {
      throw new SnapshotException(
          String.format(
              "the checksum is %016x in the manifest and %016x of the records: a record was"
                  + " changed on its way; publish a new version",
              manifest.getChecksum(), checksum.value()));
    }
  }
}
