package io.rivulet.serialization;

import io.rivulet.state.PendingWork;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: change, contributors. */
public final class PendingWorkFormat implements RecordFormat<PendingWork> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<PendingWork> type() {
    return PendingWork.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(PendingWork work, DataOutputView out) throws IOException {
    RowFormat.writeRow(work.change(), out);
    out.writeInt(work.contributors());
  }

  @Override
  public PendingWork read(DataInputView in, int version) throws IOException {
    return new PendingWork(RowFormat.readRow(in), in.readInt());
  }
}
