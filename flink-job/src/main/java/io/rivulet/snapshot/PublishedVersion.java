package io.rivulet.snapshot;

import io.rivulet.schema.SnapshotManifest;

/**
 * A version that the topic holds.
 *
 * @param from offset behind the manifest before it: here its records begin
 * @param to offset of its last manifest: its records are before it
 */
public record PublishedVersion(SnapshotManifest manifest, long from, long to) {
  /** Its number. */
  public long number() {
    return manifest.getModelVersion();
  }

  /** Whether its records are the whole model. */
  boolean isWhole() {
    return manifest.getPreviousVersion() == 0;
  }
}
