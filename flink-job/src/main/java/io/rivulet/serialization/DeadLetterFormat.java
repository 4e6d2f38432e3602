package io.rivulet.serialization;

import io.rivulet.domain.DeadLetter;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order. */
public final class DeadLetterFormat implements RecordFormat<DeadLetter> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<DeadLetter> type() {
    return DeadLetter.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(DeadLetter letter, DataOutputView out) throws IOException {
    OriginFormat.write(letter.origin(), out);
    Fields.writeString(letter.reason(), out);
    Fields.writeBytes(letter.key(), out);
    Fields.writeBytes(letter.value(), out);
    out.writeInt(letter.valueSize());
    out.writeLong(letter.failedAt());
  }

  @Override
  public DeadLetter read(DataInputView in, int version) throws IOException {
    return new DeadLetter(
        OriginFormat.read(in),
        Fields.readString(in),
        Fields.readBytes(in),
        Fields.readBytes(in),
        in.readInt(),
        in.readLong());
  }
}
