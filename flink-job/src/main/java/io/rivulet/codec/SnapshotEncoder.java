package io.rivulet.codec;

import io.rivulet.domain.Encoder;
import io.rivulet.snapshot.SnapshotEntry;

/** Versions of the model are records already. */
public final class SnapshotEncoder implements Encoder<SnapshotEntry> {
  private static final long serialVersionUID = 1L;

  @Override
  public byte[] key(SnapshotEntry entry) {
    return entry.key();
  }

  @Override
  public byte[] value(SnapshotEntry entry) {
    return entry.value();
  }
}
