package io.rivulet.serialization;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.Table;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: table by its code, id, round, change. */
public final class ParameterDeltaFormat implements RecordFormat<ParameterDelta> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<ParameterDelta> type() {
    return ParameterDelta.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(ParameterDelta delta, DataOutputView out) throws IOException {
    out.writeByte(delta.table().code());
    Fields.writeString(delta.id(), out);
    out.writeLong(delta.round());
    RowFormat.writeRow(delta.change(), out);
  }

  @Override
  public ParameterDelta read(DataInputView in, int version) throws IOException {
    return new ParameterDelta(
        Table.ofCode(in.readByte()), Fields.readString(in), in.readLong(), RowFormat.readRow(in));
  }
}
