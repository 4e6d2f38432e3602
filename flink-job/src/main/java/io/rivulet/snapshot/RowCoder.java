package io.rivulet.snapshot;

import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.layout.Role;
import io.rivulet.learner.layout.Segment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Turns the numbers of a row into bytes, little-endian, and back. Immutable. */
public final class RowCoder {
  /** Segments of so few weights are written as fp32: a scale would take more than it saves. */
  static final int FEW = 4;

  private static final int INT8_MAX = 127;

  /** Numbers that follow each other and are written the same way. */
  private record Stretch(String name, int from, int to, Encoding encoding) {
    int bytes() {
      return switch (encoding) {
        case FP32 -> Float.BYTES * (to - from);
        case FP16 -> Short.BYTES * (to - from);
        case INT8 -> Float.BYTES + (to - from);
      };
    }
  }

  private final List<Stretch> written = new ArrayList<>();
  private final int numbers;
  private final int bytes;

  /**
   * A coder for rows of a layout.
   *
   * @param slots whether optimiser slots are written
   */
  public RowCoder(ParameterLayout layout, Encoding encoding, boolean slots) {
    int from = 0;
    for (Segment segment : layout.segments()) {
      int to = from + segment.length();
      if (slots || segment.role() != Role.SLOT) {
        written.add(new Stretch(segment.name(), from, to, encoding(segment, encoding)));
      }
      from = to;
    }
    numbers = from;
    bytes = written.stream().mapToInt(Stretch::bytes).sum();
  }

  /** Bytes that each row takes. */
  public int bytes() {
    return bytes;
  }

  /**
   * Writes a row.
   *
   * @param values finite, as many as the layout has; unchanged
   * @return {@link #bytes} bytes
   */
  public byte[] encode(float[] values) {
    ByteBuffer target = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (Stretch stretch : written) {
      switch (stretch.encoding()) {
        case FP32 -> {
          for (int i = stretch.from(); i < stretch.to(); i++) {
            target.putFloat(values[i]);
          }
        }
        case FP16 -> {
          for (int i = stretch.from(); i < stretch.to(); i++) {
            target.putShort(HalfFloat.of(values[i]));
          }
        }
        case INT8 -> quantise(values, stretch.from(), stretch.to(), target);
      }
    }
    return target.array();
  }

  /**
   * Reads a row.
   *
   * @param row {@link #bytes} bytes
   * @param values what the numbers are that were not written; the others are overwritten
   * @throws IllegalArgumentException if there are more or fewer bytes, or a number is not finite
   */
  public void decode(byte[] row, float[] values) {
    if (row.length != bytes || values.length != numbers) {
      throw new IllegalArgumentException(
          "found " + row.length + " bytes where a row of this model has " + bytes);
    }
    ByteBuffer source = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
    for (Stretch stretch : written) {
      float scale = stretch.encoding() == Encoding.INT8 ? source.getFloat() : 1;
      for (int i = stretch.from(); i < stretch.to(); i++) {
        values[i] =
            switch (stretch.encoding()) {
              case FP32 -> source.getFloat();
              case FP16 -> HalfFloat.toFloat(source.getShort());
              case INT8 -> scale * source.get();
            };
        if (!Float.isFinite(values[i])) {
          throw new IllegalArgumentException(
              "number " + (i - stretch.from()) + " of " + stretch.name() + " is not finite");
        }
      }
    }
  }

  private static void quantise(float[] values, int from, int to, ByteBuffer target) {
    float largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    float scale = largest / INT8_MAX;
    target.putFloat(scale);
    for (int i = from; i < to; i++) {
      // Of numbers so small that the scale has few bits, the quotient may lie beyond.
      long step = scale == 0 ? 0 : Math.round((double) values[i] / scale);
      target.put((byte) Math.max(-INT8_MAX, Math.min(INT8_MAX, step)));
    }
  }

  private static Encoding encoding(Segment segment, Encoding chosen) {
    boolean few = chosen == Encoding.INT8 && segment.length() <= FEW;
    return segment.role() == Role.WEIGHT && !few ? chosen : Encoding.FP32;
  }
}
