package io.rivulet.schema.codec;

import io.rivulet.schema.UserEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads user events of the current schema, field by field in its order. There is one for everything
 * that users do, and Avro's reader, which serves every schema, takes twice as long. Not
 * thread-safe.
 */
final class UserEventReader {
  private static final int BRANCHES = 2;

  /** Facts of one kind that an event seldom has more of. */
  private static final int MOST_EXPECTED = 24;

  /** Of the facts, whose names are the same in all events. */
  private final FamiliarTexts familiar = new FamiliarTexts();

  /** Reads one record that ends with the bytes. */
  UserEvent read(ByteCursor cursor) throws LayoutException {
    UserEvent event =
        new UserEvent(
            cursor.readText(),
            isPresent(cursor) ? cursor.readText() : null,
            cursor.readText(),
            cursor.readText(),
            cursor.readText(familiar),
            isPresent(cursor) ? cursor.readDouble() : null,
            cursor.readFloat(),
            Instant.ofEpochMilli(cursor.readLong("long")),
            texts(cursor),
            numbers(cursor));
    cursor.requireEnd();
    return event;
  }

  /** Of a union with null first. */
  private static boolean isPresent(ByteCursor cursor) throws LayoutException {
    return cursor.readIndex(BRANCHES) > 0;
  }

  private Map<String, String> texts(ByteCursor cursor) throws LayoutException {
    int count = cursor.readCount();
    Map<String, String> texts = new HashMap<>(capacity(count));
    for (; count > 0; count = cursor.readCount()) {
      for (int i = 0; i < count; i++) {
        texts.put(cursor.readText(familiar), cursor.readText(familiar));
      }
    }
    return texts;
  }

  private Map<String, Double> numbers(ByteCursor cursor) throws LayoutException {
    int count = cursor.readCount();
    Map<String, Double> numbers = new HashMap<>(capacity(count));
    for (; count > 0; count = cursor.readCount()) {
      for (int i = 0; i < count; i++) {
        numbers.put(cursor.readText(familiar), cursor.readDouble());
      }
    }
    return numbers;
  }

  /** That of a map which need not grow; damaged bytes may claim any number. */
  private static int capacity(int entries) {
    return Math.min(entries, MOST_EXPECTED) * 4 / 3 + 1;
  }
}
