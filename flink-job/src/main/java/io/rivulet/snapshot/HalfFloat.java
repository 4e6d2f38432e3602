package io.rivulet.snapshot;

/** Half floats of IEEE 754: one bit of sign, five of exponent, ten of fraction. */
final class HalfFloat {
  /** The largest half float. */
  static final float MAX = 65504;

  /** The distance of the smallest half floats, 2^−24. */
  private static final float SUBNORMAL_STEP = 0x1p-24f;

  private static final float SMALLEST_NORMAL = 0x1p-14f;

  private HalfFloat() {}

  /** The half float next to a finite number, of two the even one; at most ±{@link #MAX}. */
  static short of(float number) {
    int sign = (Float.floatToRawIntBits(number) >>> 16) & 0x8000;
    float size = Math.min(Math.abs(number), MAX);
    if (size < SMALLEST_NORMAL) {
      return (short) (sign | (int) Math.rint(size / SUBNORMAL_STEP));
    }
    int bits = Float.floatToRawIntBits(size);
    // 13 bits of fraction are lost: half of the last one kept is added, a tie goes to the even.
    int rounded = bits + 0xFFF + ((bits >>> 13) & 1);
    return (short) (sign | Math.min(0x7BFF, (rounded >>> 13) - (112 << 10)));
  }

  /** The number that a finite half float stands for. */
  static float toFloat(short half) {
    float sign = half < 0 ? -1 : 1;
    int exponent = (half >>> 10) & 0x1F;
    int fraction = half & 0x3FF;
    return exponent == 0
        ? sign * fraction * SUBNORMAL_STEP
        : sign * Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
  }
}
