package io.rivulet.schema.codec;

import io.rivulet.schema.ParameterValue;
import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Encodes and decodes the records of one topic in Avro's single-object encoding: the two bytes C3
 * 01, the fingerprint of the writer's schema (8 bytes, little-endian), the record.
 *
 * <p>It writes with the current schema and reads what any frozen version wrote; fields that a
 * version did not have yet get their default.
 *
 * <p>Not thread-safe: one codec per thread.
 *
 * @param <T> the record
 */
public final class AvroCodec<T extends SpecificRecord> {

  private static final int MARKER = 0xC301;
  private static final int HEADER_SIZE = 10;

  private final String name;
  private final List<SchemaVersion> versions;
  private final Map<Long, Writer> writers = new HashMap<>();
  private final Schema current;
  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;
  private final byte[] header;

  /** Reads records of the current schema in Avro's place; null if Avro does. */
  private final DirectReader<T> direct;

  /** Reads one record that ends with the bytes. */
  @FunctionalInterface
  private interface DirectReader<T> {
    T read(ByteCursor cursor) throws LayoutException;
  }

  private record Writer(String name, RecordLayout layout) {}

  private AvroCodec(Class<T> type) {
    name = type.getSimpleName();
    versions = SchemaVersion.of(name);
    SpecificData model = SpecificData.getForClass(type);
    current = model.getSchema(type);
    encoder = new BinaryMessageEncoder<>(model, current, false);
    decoder = new BinaryMessageDecoder<>(fastReading(model), current);
    header =
        ByteBuffer.allocate(HEADER_SIZE)
            .putShort((short) MARKER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(SchemaNormalization.parsingFingerprint64(current))
            .array();
    direct = directly(type);
    for (SchemaVersion version : versions) {
      decoder.addSchema(version.schema());
      writers.put(
          version.fingerprint(),
          new Writer(name + " v" + version.number(), new RecordLayout(version.schema())));
    }
  }

  /** A reader of what there is most of; null for other types. */
  private static <T> DirectReader<T> directly(Class<T> type) {
    if (type == UserEvent.class) {
      UserEventReader events = new UserEventReader();
      return cursor -> type.cast(events.read(cursor));
    }
    if (type == ParameterValue.class) {
      return cursor -> type.cast(ParameterValueReader.read(cursor));
    }
    return null;
  }

  /**
   * The same model with Avro's newer reader, which looks at the schema once and not for each record
   * (AVRO-2247). A copy: the model belongs to all who use the class.
   */
  private static SpecificData fastReading(SpecificData model) {
    SpecificData fast = new SpecificData(model.getClassLoader());
    model.getConversions().forEach(fast::addLogicalTypeConversion);
    fast.setFastReaderEnabled(true);
    return fast;
  }

  /**
   * A codec for the record of a topic.
   *
   * @throws IllegalArgumentException if the type is not the record of a topic (it has no frozen
   *     schema version), e.g. because it is only a part of one
   */
  public static <T extends SpecificRecord> AvroCodec<T> of(Class<T> type) {
    return new AvroCodec<>(type);
  }

  /**
   * Encodes a record with the current schema. The record is only read; the array is the caller's.
   *
   * @throws NullPointerException if a field that must have a value is null; the message names it
   */
  public byte[] encode(T record) {
    try {
      ByteBuffer buffer = encoder.encode(record);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a " + name + " in memory", e);
    }
  }

  /**
   * What every record that is encoded here begins with: the marker and the fingerprint of the
   * current schema. The array is the caller's.
   */
  public byte[] header() {
    return header.clone();
  }

  /**
   * Decodes one record that fills the array completely. The array is only read, and the record does
   * not refer to it. No more memory is used than a small multiple of the array's length, whatever
   * lengths the bytes claim to have.
   *
   * @throws CodecException if the bytes are anything but one whole record of a known schema
   */
  public T decode(byte[] bytes) throws CodecException {
    Objects.requireNonNull(bytes, () -> "bytes (a record without value is not a " + name + ")");
    T read = readDirectly(bytes);
    if (read != null) {
      return read;
    }
    Writer writer = writer(bytes);
    try {
      writer.layout().check(bytes, HEADER_SIZE);
      return decoder.decode(bytes);
    } catch (LayoutException e) {
      throw new CodecException(
          "truncated or corrupt %s record of %d bytes: %s"
              .formatted(writer.name(), bytes.length, e.getMessage()));
    } catch (IOException | AvroRuntimeException e) {
      throw new CodecException("cannot read a " + writer.name() + " record: " + e.getMessage(), e);
    }
  }

  /** A record of the current schema that has its layout, if there is a reader; else null. */
  private T readDirectly(byte[] bytes) {
    if (direct == null
        || bytes.length < HEADER_SIZE
        || !Arrays.equals(bytes, 0, HEADER_SIZE, header, 0, HEADER_SIZE)) {
      return null;
    }
    try {
      return direct.read(new ByteCursor(bytes, HEADER_SIZE));
    } catch (LayoutException e) {
      return null; // the caller's way finds out what is wrong
    }
  }

  private Writer writer(byte[] bytes) throws CodecException {
    ByteBuffer start = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_SIZE || Short.toUnsignedInt(start.getShort()) != MARKER) {
      throw new CodecException(
          "not an Avro single-object record (%d bytes, first bytes 0x%s; a %s starts with 0xc301 and"
                  .formatted(bytes.length, firstBytes(bytes), name)
              + " 8 bytes of schema fingerprint): write it with AvroCodec or Avro's"
              + " BinaryMessageEncoder");
    }
    long fingerprint = start.order(ByteOrder.LITTLE_ENDIAN).getLong();
    Writer writer = writers.get(fingerprint);
    if (writer == null) {
      throw new CodecException(
          "unknown schema fingerprint 0x%016x: known are %s %s; register the writer's schema in %s"
              .formatted(
                  fingerprint,
                  name,
                  versions.stream().map(SchemaVersion::toString).collect(Collectors.joining(", ")),
                  SchemaVersion.sourceFolder(name)));
    }
    return writer;
  }

  private static String firstBytes(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HEADER_SIZE));
  }
}
