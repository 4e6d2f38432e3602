package io.rivulet.domain;

/**
 * A record as it was read, before anything is known of its content.
 *
 * @param key may be null
 * @param value may be null
 */
public record RawRecord(Origin origin, byte[] key, byte[] value) {}
