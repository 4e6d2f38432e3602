package io.rivulet.domain;

import java.util.Arrays;

/**
 * A record that could not be used.
 *
 * @param reason what is wrong and what to do, for a person
 * @param key the record's key, cut to {@link #KEY_LIMIT}; may be null
 * @param value the record's value, cut to {@link #VALUE_LIMIT}; may be null
 * @param valueSize full size of the value in bytes
 * @param failedAt milliseconds since the epoch
 */
public record DeadLetter(
    Origin origin, String reason, byte[] key, byte[] value, int valueSize, long failedAt) {
  /** Most bytes of a key that are kept. */
  public static final int KEY_LIMIT = 1 << 10;

  /** Most bytes of a value that are kept, so that a dead letter always fits its topic. */
  public static final int VALUE_LIMIT = 1 << 16;

  /** Refuses a raw record. */
  public static DeadLetter of(RawRecord raw, String reason, long now) {
    int size = raw.value() == null ? 0 : raw.value().length;
    return new DeadLetter(
        raw.origin(), reason, cut(raw.key(), KEY_LIMIT), cut(raw.value(), VALUE_LIMIT), size, now);
  }

  private static byte[] cut(byte[] bytes, int limit) {
    return bytes == null || bytes.length <= limit ? bytes : Arrays.copyOf(bytes, limit);
  }
}
