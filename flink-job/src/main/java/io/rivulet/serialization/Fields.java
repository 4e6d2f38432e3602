package io.rivulet.serialization;

import io.rivulet.domain.LittleEndian;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** The field types that formats are made of. Numbers in arrays are little-endian. */
final class Fields {
  /** No numbers at all. */
  static final float[] NO_FLOATS = {};

  private static final byte[] NO_BYTES = {};

  private static final int NULL = -1;

  private Fields() {}

  /** Writes a string or null. */
  static void writeString(String value, DataOutputView out) throws IOException {
    StringValue.writeString(value, out);
  }

  static String readString(DataInputView in) throws IOException {
    return Text.read(in);
  }

  // As a block: number by number the dense parameters take milliseconds.
  static void writeFloats(float[] values, DataOutputView out) throws IOException {
    writePacked(LittleEndian.bytes(values), out);
  }

  static float[] readFloats(DataInputView in) throws IOException {
    byte[] bytes = readPacked(in);
    return bytes.length == 0 ? NO_FLOATS : LittleEndian.floats(bytes);
  }

  /** Writes numbers that are bytes already as {@link #writeFloats} would. */
  static void writePacked(byte[] numbers, DataOutputView out) throws IOException {
    out.writeInt(numbers.length / Float.BYTES);
    out.write(numbers);
  }

  static byte[] readPacked(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return NO_BYTES;
    }
    byte[] numbers = new byte[length * Float.BYTES];
    in.readFully(numbers);
    return numbers;
  }

  static void writeInts(int[] values, DataOutputView out) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(Integer.reverseBytes(value));
    }
  }

  static int[] readInts(DataInputView in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Integer.reverseBytes(in.readInt());
    }
    return values;
  }

  /** Writes bytes or null. */
  static void writeBytes(byte[] value, DataOutputView out) throws IOException {
    if (value == null) {
      out.writeInt(NULL);
    } else {
      out.writeInt(value.length);
      out.write(value);
    }
  }

  static byte[] readBytes(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length == NULL) {
      return null;
    }
    byte[] value = new byte[length];
    in.readFully(value);
    return value;
  }

  static void writeStrings(Map<String, String> values, DataOutputView out) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, String> entry : values.entrySet()) {
      writeString(entry.getKey(), out);
      writeString(entry.getValue(), out);
    }
  }

  static Map<String, String> readStrings(DataInputView in) throws IOException {
    int size = in.readInt();
    Map<String, String> values = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      values.put(readString(in), readString(in));
    }
    return values;
  }

  static void writeNumbers(Map<String, Double> values, DataOutputView out) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      writeString(entry.getKey(), out);
      out.writeDouble(entry.getValue());
    }
  }

  static Map<String, Double> readNumbers(DataInputView in) throws IOException {
    int size = in.readInt();
    Map<String, Double> values = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      values.put(readString(in), in.readDouble());
    }
    return values;
  }

  static void writeLongs(Map<String, Long> values, DataOutputView out) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, Long> entry : values.entrySet()) {
      writeString(entry.getKey(), out);
      out.writeLong(entry.getValue());
    }
  }

  static Map<String, Long> readLongs(DataInputView in) throws IOException {
    int size = in.readInt();
    Map<String, Long> values = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      values.put(readString(in), in.readLong());
    }
    return values;
  }

  static void writeDoubles(List<Double> values, DataOutputView out) throws IOException {
    out.writeInt(values.size());
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static List<Double> readDoubles(DataInputView in) throws IOException {
    int size = in.readInt();
    List<Double> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(in.readDouble());
    }
    return values;
  }
}
