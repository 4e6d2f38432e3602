package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** Reads Avro records of one type out of raw ones. */
final class AvroReader<T extends SpecificRecord> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final int maxBytes;
  private transient AvroCodec<T> codec;

  AvroReader(Class<T> type, int maxBytes) {
    this.type = type;
    this.maxBytes = maxBytes;
  }

  T read(RawRecord raw) throws BadRecordException {
    byte[] bytes = Validity.value(raw, maxBytes);
    if (codec == null) {
      codec = AvroCodec.of(type);
    }
    try {
      return codec.decode(bytes);
    } catch (CodecException e) {
      throw new BadRecordException(e.getMessage());
    }
  }
}
