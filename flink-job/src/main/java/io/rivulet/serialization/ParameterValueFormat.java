package io.rivulet.serialization;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Table;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Version 2: table by its code, id, round, the row behind a flag; in version 1 there was always a
 * row.
 */
public final class ParameterValueFormat implements RecordFormat<ParameterValue> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<ParameterValue> type() {
    return ParameterValue.class;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(ParameterValue value, DataOutputView out) throws IOException {
    writeValue(value, out);
  }

  @Override
  public ParameterValue read(DataInputView in, int version) throws IOException {
    return readValue(in, version);
  }

  static void writeValue(ParameterValue value, DataOutputView out) throws IOException {
    out.writeByte(value.table().code());
    Fields.writeString(value.id(), out);
    out.writeLong(value.round());
    out.writeBoolean(value.row() != null);
    if (value.row() != null) {
      RowFormat.writePacked(value.row(), out);
    }
  }

  static ParameterValue readValue(DataInputView in, int version) throws IOException {
    return new ParameterValue(
        Table.ofCode(in.readByte()),
        Fields.readString(in),
        in.readLong(),
        version < 2 || in.readBoolean() ? RowFormat.readPacked(in) : null);
  }
}
