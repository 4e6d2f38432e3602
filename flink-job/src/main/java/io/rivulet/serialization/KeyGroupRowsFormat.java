package io.rivulet.serialization;

import io.rivulet.state.lifecycle.KeyGroupRows;
import io.rivulet.state.lifecycle.KeyGroupRows.Ends;
import io.rivulet.state.lifecycle.RowStatistics;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order, those of the statistics in theirs. */
public final class KeyGroupRowsFormat implements RecordFormat<KeyGroupRows> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<KeyGroupRows> type() {
    return KeyGroupRows.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(KeyGroupRows rows, DataOutputView out) throws IOException {
    out.writeInt(rows.keyGroup());
    RowStatistics statistics = rows.statistics();
    out.writeLong(statistics.rows());
    out.writeLong(statistics.admitted());
    out.writeLong(statistics.evicted());
    out.writeLong(statistics.evictedExamples());
    out.writeLong(statistics.unadmittedExamples());
    out.writeBoolean(rows.queued());
    out.writeLong(rows.clock());
    writeEnds(rows.recent(), out);
    writeEnds(rows.idle(), out);
  }

  @Override
  public KeyGroupRows read(DataInputView in, int version) throws IOException {
    return new KeyGroupRows(
        in.readInt(),
        new RowStatistics(
            in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()),
        in.readBoolean(),
        in.readLong(),
        readEnds(in),
        readEnds(in));
  }

  private static void writeEnds(Ends ends, DataOutputView out) throws IOException {
    out.writeLong(ends.head());
    out.writeLong(ends.tail());
  }

  private static Ends readEnds(DataInputView in) throws IOException {
    return new Ends(in.readLong(), in.readLong());
  }
}
