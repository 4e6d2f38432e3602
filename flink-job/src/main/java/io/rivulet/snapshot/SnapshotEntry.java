package io.rivulet.snapshot;

/**
 * A record of the topic.
 *
 * @param value null: what the key stands for is gone
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
public record SnapshotEntry(byte[] key, byte[] value) {}
