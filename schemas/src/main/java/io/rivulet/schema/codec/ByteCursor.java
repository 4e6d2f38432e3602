package io.rivulet.schema.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A position in encoded bytes that moves forward only, and never past their end. */
final class ByteCursor {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The highest bit of each byte. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  private static final int MAX_INT_BYTES = 5;
  private static final int MAX_LONG_BYTES = 10;

  private final byte[] bytes;
  private int position;

  ByteCursor(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int position() {
    return position;
  }

  private int remaining() {
    return bytes.length - position;
  }

  /** Refuses bytes behind a record. */
  void requireEnd() throws LayoutException {
    if (remaining() > 0) {
      throw new LayoutException(
          "%d bytes are left over after the record's end at byte %d"
              .formatted(remaining(), position));
    }
  }

  void skip(long length, String what) throws LayoutException {
    if (length < 0 || length > remaining()) {
      throw new LayoutException(
          "%s of %d bytes at byte %d, where %d bytes are left"
              .formatted(what, length, position, remaining()));
    }
    position += (int) length;
  }

  int readByte(String what) throws LayoutException {
    skip(1, what);
    return bytes[position - 1];
  }

  int readInt(String what) throws LayoutException {
    int zigzag = (int) readVariable(MAX_INT_BYTES, what);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  long readLong(String what) throws LayoutException {
    long zigzag = readVariable(MAX_LONG_BYTES, what);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  float readFloat() throws LayoutException {
    skip(Float.BYTES, "float");
    return Float.intBitsToFloat((int) INTS.get(bytes, position - Float.BYTES));
  }

  double readDouble() throws LayoutException {
    skip(Double.BYTES, "double");
    return Double.longBitsToDouble((long) LONGS.get(bytes, position - Double.BYTES));
  }

  /** A copy of the bytes behind their length. */
  byte[] readBytes() throws LayoutException {
    long length = readLong("length of bytes");
    int start = position;
    skip(length, "bytes");
    return Arrays.copyOfRange(bytes, start, position);
  }

  void skipText() throws LayoutException {
    int start = startOfText();
    if (!isAscii(start)) {
      requireUtf8(start);
    }
  }

  String readText() throws LayoutException {
    return text(startOfText());
  }

  /** The same for a text that is likely to have come before. */
  String readText(FamiliarTexts familiar) throws LayoutException {
    int start = startOfText();
    String known = familiar.find(bytes, start, position);
    if (known != null) {
      return known;
    }
    String text = text(start);
    familiar.add(text, bytes, start, position);
    return text;
  }

  /** The text from there to the position. */
  private String text(int start) throws LayoutException {
    if (isAscii(start)) {
      return new String(bytes, start, position - start, StandardCharsets.ISO_8859_1);
    }
    requireUtf8(start);
    return new String(bytes, start, position - start, StandardCharsets.UTF_8);
  }

  /** Skips a text, and returns where it began. */
  private int startOfText() throws LayoutException {
    long length = readLong("length of a text");
    int start = position;
    skip(length, "text");
    return start;
  }

  private boolean isAscii(int start) {
    int i = start;
    for (; i <= position - Long.BYTES; i += Long.BYTES) {
      if (((long) LONGS.get(bytes, i) & NOT_ASCII) != 0) {
        return false;
      }
    }
    for (; i < position; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Number of the entries that follow in a block of an array or a map, 0 behind the last block. An
   * entry has at least one byte, so that it is bounded by the bytes that are left.
   */
  int readCount() throws LayoutException {
    long count = readLong("count of entries");
    if (count < 0) {
      readLong("size of a block");
      count = -count;
    }
    if (count < 0 || count > remaining()) {
      throw new LayoutException(
          "%d entries before byte %d, where %d bytes are left"
              .formatted(count, position, remaining()));
    }
    return (int) count;
  }

  /** Index of a union's branch or an enum's symbol, of which there are {@code size}. */
  int readIndex(int size) throws LayoutException {
    int index = readInt("index");
    if (index < 0 || index >= size) {
      throw new LayoutException(
          "index %d before byte %d, where 0 to %d can be".formatted(index, position, size - 1));
    }
    return index;
  }

  /** Seven bits a byte, the lowest first; bits beyond 64 are lost, as in Avro's decoder. */
  private long readVariable(int maxBytes, String what) throws LayoutException {
    long bits = 0;
    for (int i = 0; i < maxBytes; i++) {
      int b = readByte(what);
      bits |= (b & 0x7fL) << (7 * i);
      if (b >= 0) {
        return bits;
      }
    }
    throw new LayoutException(
        "%s before byte %d has more than %d bytes".formatted(what, position, maxBytes));
  }

  /** Avro would put a replacement character in its place, so that different ids become one. */
  private void requireUtf8(int start) throws LayoutException {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    utf8.onMalformedInput(CodingErrorAction.REPORT);
    try {
      utf8.decode(ByteBuffer.wrap(bytes, start, position - start));
    } catch (CharacterCodingException e) {
      throw new LayoutException("text at byte %d is not UTF-8".formatted(start));
    }
  }
}
