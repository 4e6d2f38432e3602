package io.rivulet.serialization;

import io.rivulet.domain.PackedRow;
import io.rivulet.domain.Row;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: count, lastSeen, values. */
public final class RowFormat implements RecordFormat<Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Row> type() {
    return Row.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Row row, DataOutputView out) throws IOException {
    writeRow(row, out);
  }

  @Override
  public Row read(DataInputView in, int version) throws IOException {
    return readRow(in);
  }

  static void writeRow(Row row, DataOutputView out) throws IOException {
    writePacked(PackedRow.of(row), out);
  }

  static Row readRow(DataInputView in) throws IOException {
    return readPacked(in).unpacked();
  }

  /** Writes what {@link #writeRow} writes of the row. */
  static void writePacked(PackedRow row, DataOutputView out) throws IOException {
    out.writeLong(row.count());
    out.writeLong(row.lastSeen());
    Fields.writePacked(row.values(), out);
  }

  static PackedRow readPacked(DataInputView in) throws IOException {
    return new PackedRow(in.readLong(), in.readLong(), Fields.readPacked(in));
  }
}
