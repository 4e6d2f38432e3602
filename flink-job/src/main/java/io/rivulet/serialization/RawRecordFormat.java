package io.rivulet.serialization;

import io.rivulet.domain.RawRecord;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: origin, key, value. */
public final class RawRecordFormat implements RecordFormat<RawRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<RawRecord> type() {
    return RawRecord.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(RawRecord raw, DataOutputView out) throws IOException {
    OriginFormat.write(raw.origin(), out);
    Fields.writeBytes(raw.key(), out);
    Fields.writeBytes(raw.value(), out);
  }

  @Override
  public RawRecord read(DataInputView in, int version) throws IOException {
    return new RawRecord(OriginFormat.read(in), Fields.readBytes(in), Fields.readBytes(in));
  }
}
