package io.rivulet.snapshot;

import java.util.zip.CRC32C;

/**
 * The sum, modulo 2^64, over records of the CRC-32C of: the key's length as four bytes, big-endian;
 * the key; the value, if there is one. Does not depend on the records' order.
 */
public final class Checksum {
  private final CRC32C crc = new CRC32C();
  private long sum;

  /** Adds a record; {@code value} is null for a row that was dropped. */
  public void add(byte[] key, byte[] value) {
    crc.reset();
    for (int shift = 24; shift >= 0; shift -= 8) {
      crc.update(key.length >>> shift & 0xFF);
    }
    crc.update(key);
    if (value != null) {
      crc.update(value);
    }
    sum += crc.getValue();
  }

  /** The sum so far. */
  public long value() {
    return sum;
  }
}
