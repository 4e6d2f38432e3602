package io.rivulet.snapshot;

import java.util.Locale;

/** How weights are written. Statistics and optimiser slots are always written as fp32. */
public enum Encoding {
  /** IEEE 754 single floats: nothing is lost. */
  FP32,
  /** IEEE 754 half floats: 11 significant bits; beyond ±65504 the nearest of these two. */
  FP16,
  /**
   * One byte for each weight of a segment of more than {@value RowCoder#FEW}, which is rounded to
   * the next of 255 equally far values: it is off by at most 1/254 of the segment's largest.
   */
  INT8;

  /** The name on the topic. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The encoding of a label.
   *
   * @throws IllegalArgumentException if none is called so
   */
  public static Encoding ofLabel(String label) {
    for (Encoding encoding : values()) {
      if (encoding.label().equals(label)) {
        return encoding;
      }
    }
    throw new IllegalArgumentException(
        "the encoding '" + label + "' is not known; known are fp32, fp16 and int8");
  }
}
