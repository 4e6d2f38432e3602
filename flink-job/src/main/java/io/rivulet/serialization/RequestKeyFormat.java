package io.rivulet.serialization;

import io.rivulet.domain.RequestKey;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: partition, offset. Only inside other formats. */
final class RequestKeyFormat {
  private RequestKeyFormat() {}

  static void write(RequestKey key, DataOutputView out) throws IOException {
    out.writeInt(key.partition());
    out.writeLong(key.offset());
  }

  static RequestKey read(DataInputView in) throws IOException {
    return new RequestKey(in.readInt(), in.readLong());
  }
}
