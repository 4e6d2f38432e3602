package io.rivulet.snapshot;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A row as a reader keeps it: as it came, because that is short.
 *
 * @param encoding that of its weights
 * @param slots whether its optimiser slots are among the numbers
 * @param count examples that have moved it
 * @param lastSeen largest event time of these, milliseconds since the epoch
 * @param numbers not changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
public record StoredRow(
    Encoding encoding, boolean slots, long count, long lastSeen, byte[] numbers) {
  private static final int HEAD = 2 + 2 * Long.BYTES;

  /** The row as one array. */
  public byte[] bytes() {
    return ByteBuffer.allocate(HEAD + numbers.length)
        .put(code(encoding))
        .put((byte) (slots ? 1 : 0))
        .putLong(count)
        .putLong(lastSeen)
        .put(numbers)
        .array();
  }

  /** The row that {@link #bytes} wrote. */
  public static StoredRow of(byte[] bytes) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    return new StoredRow(
        encoding(source.get()),
        source.get() == 1,
        source.getLong(),
        source.getLong(),
        Arrays.copyOfRange(bytes, HEAD, bytes.length));
  }

  private static byte code(Encoding encoding) {
    return switch (encoding) {
      case FP32 -> 0;
      case FP16 -> 1;
      case INT8 -> 2;
    };
  }

  private static Encoding encoding(byte code) {
    for (Encoding encoding : Encoding.values()) {
      if (code(encoding) == code) {
        return encoding;
      }
    }
    throw new IllegalArgumentException("no encoding has the code " + code);
  }
}
