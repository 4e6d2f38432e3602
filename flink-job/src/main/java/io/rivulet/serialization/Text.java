package io.rivulet.serialization;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.types.StringValue;

/**
 * Reads what {@link StringValue#writeString} writes: the length and one, 0 for null, and then each
 * char, all in as many bytes of seven bits as they need, the lowest first. Flink's own reader looks
 * up a buffer of its thread for each string, which took a seventh of the time of who reads events.
 */
final class Text {
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private Text() {}

  /** Reads a string or null. */
  static String read(DataInput in) throws IOException {
    int length = number(in) - 1;
    if (length < 0) {
      return null;
    }
    // Every char has one byte at least, and in most strings none has more.
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return longer(bytes, in);
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Of a string whose chars have more bytes than these, with which it begins. */
  private static String longer(byte[] bytes, DataInput in) throws IOException {
    char[] text = new char[bytes.length];
    int next = 0;
    for (int i = 0; i < text.length; i++) {
      int value = 0;
      int shift = 0;
      int read;
      do {
        read = next < bytes.length ? bytes[next] & 0xFF : in.readUnsignedByte();
        next++;
        value |= (read & ~MORE) << shift;
        shift += BITS;
      } while (read >= MORE);
      text[i] = (char) value;
    }
    return new String(text);
  }

  private static int number(DataInput in) throws IOException {
    int value = 0;
    int shift = 0;
    int read;
    do {
      read = in.readUnsignedByte();
      value |= (read & ~MORE) << shift;
      shift += BITS;
    } while (read >= MORE);
    return value;
  }
}
