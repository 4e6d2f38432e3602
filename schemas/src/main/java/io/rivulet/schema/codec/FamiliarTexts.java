package io.rivulet.schema.codec;

/**
 * Texts that came lately: names, and values of few kinds, are in every record, and one object each
 * serves all. A text takes the place of the last one that fell there. Not thread-safe.
 */
final class FamiliarTexts {
  /** Longer ones are seldom of few kinds. */
  private static final int LONGEST = 24;

  private static final int PLACES = 1 << 10;
  private static final int FACTOR = 31;

  private final String[] texts = new String[PLACES];

  /**
   * The ASCII text that the bytes from {@code start} to before {@code end} are; null if unknown.
   */
  String find(byte[] bytes, int start, int end) {
    String text = end - start > LONGEST ? null : texts[place(bytes, start, end)];
    if (text == null || text.length() != end - start) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != bytes[start + i]) {
        return null;
      }
    }
    return text;
  }

  /** Takes note of the text that the bytes are. */
  void add(String text, byte[] bytes, int start, int end) {
    if (end - start <= LONGEST) {
      texts[place(bytes, start, end)] = text;
    }
  }

  private static int place(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = FACTOR * hash + bytes[i];
    }
    return (hash ^ (hash >>> 10)) & (PLACES - 1);
  }
}
