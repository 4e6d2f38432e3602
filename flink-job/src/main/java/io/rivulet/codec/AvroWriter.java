package io.rivulet.codec;

import io.rivulet.schema.codec.AvroCodec;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** Writes Avro records of one type. */
final class AvroWriter<T extends SpecificRecord> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private transient AvroCodec<T> codec;

  AvroWriter(Class<T> type) {
    this.type = type;
  }

  byte[] write(T record) {
    if (codec == null) {
      codec = AvroCodec.of(type);
    }
    return codec.encode(record);
  }
}
