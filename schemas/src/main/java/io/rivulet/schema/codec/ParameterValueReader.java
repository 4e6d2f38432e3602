package io.rivulet.schema.codec;

import io.rivulet.schema.ParameterValue;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Reads parameter values of the current schema, field by field in its order. There is one for every
 * changed item and round, and Avro's reader, which serves every schema, takes twice as long.
 */
final class ParameterValueReader {
  private ParameterValueReader() {}

  /** Reads one record that ends with the bytes. */
  static ParameterValue read(ByteCursor cursor) throws LayoutException {
    ParameterValue value =
        new ParameterValue(
            cursor.readText(),
            cursor.readText(),
            cursor.readLong("long"),
            cursor.readInt("int"),
            cursor.readLong("long"),
            Instant.ofEpochMilli(cursor.readLong("long")),
            ByteBuffer.wrap(cursor.readBytes()));
    cursor.requireEnd();
    return value;
  }
}
