package io.rivulet.serialization;

import io.rivulet.snapshot.SnapshotEntry;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: key, value. */
public final class SnapshotEntryFormat implements RecordFormat<SnapshotEntry> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<SnapshotEntry> type() {
    return SnapshotEntry.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(SnapshotEntry entry, DataOutputView out) throws IOException {
    Fields.writeBytes(entry.key(), out);
    Fields.writeBytes(entry.value(), out);
  }

  @Override
  public SnapshotEntry read(DataInputView in, int version) throws IOException {
    return new SnapshotEntry(Fields.readBytes(in), Fields.readBytes(in));
  }
}
