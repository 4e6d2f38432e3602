package io.rivulet.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {
  @Test
  void isTheSumOfTheRecordsOwn() {
    // CRC-32C of the four bytes 00 00 00 09 and "123456789", and of 00 00 00 00.
    assertThat(sum("123456789", null)).isEqualTo(crc(new byte[] {0, 0, 0, 9}, "123456789"));
    assertThat(sum("", null)).isEqualTo(crc(new byte[4], ""));
  }

  @Test
  void dependsOnNothingButTheRecords() {
    Checksum there = new Checksum();
    there.add(bytes("a"), bytes("1"));
    there.add(bytes("b"), bytes("2"));
    Checksum back = new Checksum();
    back.add(bytes("b"), bytes("2"));
    back.add(bytes("a"), bytes("1"));

    assertThat(there.value()).isEqualTo(back.value());
    assertThat(sum("a", "1")).isNotEqualTo(sum("a1", null)).isNotEqualTo(sum("a", "2"));
    assertThat(sum("a", null)).isNotEqualTo(0);
  }

  private static long crc(byte[] length, String key) {
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(length);
    crc.update(bytes(key));
    return crc.getValue();
  }

  private static long sum(String key, String value) {
    Checksum checksum = new Checksum();
    checksum.add(bytes(key), value == null ? null : bytes(value));
    return checksum.value();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
