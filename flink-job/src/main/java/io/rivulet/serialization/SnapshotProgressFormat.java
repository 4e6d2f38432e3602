package io.rivulet.serialization;

import io.rivulet.domain.SnapshotProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order. */
public final class SnapshotProgressFormat implements RecordFormat<SnapshotProgress> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<SnapshotProgress> type() {
    return SnapshotProgress.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(SnapshotProgress progress, DataOutputView out) throws IOException {
    out.writeLong(progress.version());
    out.writeInt(progress.listed().size());
    for (long version : progress.listed()) {
      out.writeLong(version);
    }
    Fields.writeLongs(progress.offsets(), out);
    Fields.writeDoubles(progress.taskWeights(), out);
    Fields.writeNumbers(progress.metrics(), out);
    Fields.writeNumbers(progress.publishedMetrics(), out);
  }

  @Override
  public SnapshotProgress read(DataInputView in, int version) throws IOException {
    long newest = in.readLong();
    int size = in.readInt();
    List<Long> listed = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      listed.add(in.readLong());
    }
    return new SnapshotProgress(
        newest,
        listed,
        Fields.readLongs(in),
        Fields.readDoubles(in),
        Fields.readNumbers(in),
        Fields.readNumbers(in));
  }
}
