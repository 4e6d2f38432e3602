package io.rivulet.serialization;

import io.rivulet.domain.Origin;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: topic, partition, offset. Only inside other formats. */
final class OriginFormat {
  private OriginFormat() {}

  static void write(Origin origin, DataOutputView out) throws IOException {
    Fields.writeString(origin.topic(), out);
    out.writeInt(origin.partition());
    out.writeLong(origin.offset());
  }

  static Origin read(DataInputView in) throws IOException {
    return new Origin(Fields.readString(in), in.readInt(), in.readLong());
  }
}
