package io.rivulet.schema.codec;

import java.util.Arrays;

/**
 * Texts that came lately: names, and values of few kinds, are in every record, and one object each
 * serves all. A text takes the place of the last one that fell there. Not thread-safe.
 */
final class FamiliarTexts {
  /** Longer ones are seldom of few kinds. */
  private static final int LONGEST = 24;

  private static final int PLACE_BITS = 10;
  private static final int FACTOR = 31;

  /** Takes the bits of a number upward (Knuth, TAOCP 3, section 6.4). */
  private static final int SPREAD = 0x9e3779b1;

  private record Known(byte[] bytes, String text) {}

  private final Known[] known = new Known[1 << PLACE_BITS];

  /** The text that the bytes from {@code start} to before {@code end} are; null if unknown. */
  String find(byte[] bytes, int start, int end) {
    Known here = end - start > LONGEST ? null : known[place(bytes, start, end)];
    boolean found =
        here != null && Arrays.equals(here.bytes(), 0, here.bytes().length, bytes, start, end);
    return found ? here.text() : null;
  }

  /** Takes note of the text that the bytes are. */
  void add(String text, byte[] bytes, int start, int end) {
    if (end - start <= LONGEST) {
      known[place(bytes, start, end)] = new Known(Arrays.copyOfRange(bytes, start, end), text);
    }
  }

  /** By length, first, middle and last byte: to look at all takes as long as to make a text. */
  private static int place(byte[] bytes, int start, int end) {
    int hash = end - start;
    if (start < end) {
      hash = FACTOR * hash + bytes[start];
      hash = FACTOR * hash + bytes[(start + end) >>> 1];
      hash = FACTOR * hash + bytes[end - 1];
    }
    return (hash * SPREAD) >>> (Integer.SIZE - PLACE_BITS);
  }
}
