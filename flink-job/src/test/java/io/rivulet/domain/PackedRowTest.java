package io.rivulet.domain;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedRowTest {
  @Test
  void aRowComesOutAsItWent() {
    Row row = new Row(3, 1_709_210_096_789L, new float[] {1, -0f, Float.MIN_VALUE, Float.NaN});

    assertSame(PackedRow.of(row).unpacked(), row);
  }

  @Test
  void numbersAreLowestByteFirst() {
    assertThat(PackedRow.of(new Row(1, 1, new float[] {1, -2})).values())
        .containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
  }

  @Test
  void neitherSharesItsArray() {
    float[] values = {1};
    PackedRow packed = PackedRow.of(new Row(1, 1, values));
    values[0] = 2;
    packed.unpacked().values()[0] = 3;

    assertThat(packed.unpacked().values()).containsExactly(1);
  }
}
