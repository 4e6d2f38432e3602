package io.rivulet.schema.codec;

import org.apache.avro.Schema;

/**
 * Checks that bytes have the layout of a schema before Avro reads them. Avro's own decoder trusts
 * the lengths that it finds: it allocates up to 2 GiB for a text or an array of which only the
 * length arrived, and its limits are system properties of the whole JVM. After this check every
 * length is known to be covered by bytes, every union branch to exist, every text to be UTF-8, and
 * no byte to be left over.
 */
final class RecordLayout {

  private final Schema schema;

  /** Of records written with this schema; it must not refer to itself. */
  RecordLayout(Schema schema) {
    this.schema = schema;
  }

  /** Checks one record that begins at {@code start} and ends with the array. */
  void check(byte[] bytes, int start) throws LayoutException {
    ByteCursor cursor = new ByteCursor(bytes, start);
    skip(schema, cursor);
    cursor.requireEnd();
  }

  private static void skip(Schema type, ByteCursor cursor) throws LayoutException {
    switch (type.getType()) {
      case RECORD -> skipRecord(type, cursor);
      case ARRAY, MAP -> skipBlocks(type, cursor);
      case UNION -> skip(type.getTypes().get(cursor.readIndex(type.getTypes().size())), cursor);
      case ENUM -> cursor.readIndex(type.getEnumSymbols().size());
      case STRING -> cursor.skipText();
      case BYTES -> cursor.skip(cursor.readLong("length of bytes"), "bytes");
      case FIXED -> cursor.skip(type.getFixedSize(), "fixed");
      case INT -> cursor.readInt("int");
      case LONG -> cursor.readLong("long");
      case FLOAT -> cursor.skip(Float.BYTES, "float");
      case DOUBLE -> cursor.skip(Double.BYTES, "double");
      case BOOLEAN -> skipBoolean(cursor);
      case NULL -> {}
    }
  }

  private static void skipRecord(Schema type, ByteCursor cursor) throws LayoutException {
    for (Schema.Field field : type.getFields()) {
      try {
        skip(field.schema(), cursor);
      } catch (LayoutException e) {
        throw new LayoutException(field.name() + ": " + e.getMessage());
      }
    }
  }

  /** Arrays and maps are blocks of entries; a negative count is followed by the block's size. */
  private static void skipBlocks(Schema type, ByteCursor cursor) throws LayoutException {
    for (long count = cursor.readCount(); count != 0; count = cursor.readCount()) {
      for (long i = 0; i < count; i++) {
        if (type.getType() == Schema.Type.MAP) {
          cursor.skipText();
          skip(type.getValueType(), cursor);
        } else {
          skip(type.getElementType(), cursor);
        }
      }
    }
  }

  private static void skipBoolean(ByteCursor cursor) throws LayoutException {
    int value = cursor.readByte("boolean");
    if (value != 0 && value != 1) {
      throw new LayoutException(
          "boolean %d before byte %d, where 0 or 1 can be".formatted(value, cursor.position()));
    }
  }
}
