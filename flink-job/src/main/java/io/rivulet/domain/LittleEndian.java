package io.rivulet.domain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers as bytes, four each, the lowest first. */
public final class LittleEndian {
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {}

  /** The bytes of {@code numbers}, in a new array. */
  public static byte[] bytes(float[] numbers) {
    byte[] bytes = new byte[numbers.length * Float.BYTES];
    for (int i = 0; i < numbers.length; i++) {
      FLOATS.set(bytes, i * Float.BYTES, numbers[i]);
    }
    return bytes;
  }

  /** The numbers that {@code bytes} are made of, in a new array; they are a multiple of four. */
  public static float[] floats(byte[] bytes) {
    float[] numbers = new float[bytes.length / Float.BYTES];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) FLOATS.get(bytes, i * Float.BYTES);
    }
    return numbers;
  }
}
