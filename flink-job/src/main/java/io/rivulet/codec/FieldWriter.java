package io.rivulet.codec;

import io.rivulet.schema.codec.AvroCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes records field by field in the order of their schema: a record made just to be written
 * costs several times as much. For what there is one of for every event, or nearly. Not
 * thread-safe.
 */
final class FieldWriter {
  /** Of one record. */
  @FunctionalInterface
  interface Fields {
    /** Writes them. */
    void to(BinaryEncoder out) throws IOException;
  }

  private final byte[] header;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);

  private FieldWriter(byte[] header) {
    this.header = header;
  }

  /** Writes whole records of the current schema, with all that {@link AvroCodec} writes before. */
  static FieldWriter of(Class<? extends SpecificRecord> type) {
    return new FieldWriter(AvroCodec.of(type).header());
  }

  /** Writes parts of records. */
  static FieldWriter ofParts() {
    return new FieldWriter(new byte[0]);
  }

  /** What was written, in a fresh array. */
  byte[] write(Fields fields) {
    bytes.reset();
    bytes.write(header, 0, header.length);
    try {
      fields.to(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write in memory", e);
    }
    return bytes.toByteArray();
  }
}
