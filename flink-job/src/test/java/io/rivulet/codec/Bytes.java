package io.rivulet.codec;

import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import org.apache.avro.specific.SpecificRecord;

/** Records as producers write them and consumers read them. */
final class Bytes {
  static final Origin ORIGIN = new Origin("topic", 3, 17);

  private Bytes() {}

  static RawRecord raw(byte[] value) {
    return new RawRecord(ORIGIN, null, value);
  }

  @SuppressWarnings("unchecked") // a record's class is its own type
  static <T extends SpecificRecord> RawRecord raw(T record) {
    return raw(AvroCodec.of((Class<T>) record.getClass()).encode(record));
  }

  static <T extends SpecificRecord> T read(Class<T> type, byte[] value) throws CodecException {
    return AvroCodec.of(type).decode(value);
  }
}
