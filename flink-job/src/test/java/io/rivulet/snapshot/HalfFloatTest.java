package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
  /** Values of the standard, among them ties that go to the even neighbour. */
  @ParameterizedTest
  @CsvSource({
    "0, 0000",
    "-0.0, 8000",
    "1, 3C00",
    "-2, C000",
    "65504, 7BFF",
    "65519, 7BFF",
    "1e30, 7BFF",
    "-1e30, FBFF",
    "0.333251953125, 3555",
    "6.103515625e-5, 0400",
    "6.097555160522461e-5, 03FF",
    "5.9604644775390625e-8, 0001",
    "2.98e-8, 0000",
    "1.00048828125, 3C00",
    "1.00146484375, 3C02",
    "2047.5, 6800",
  })
  void roundsToTheNext(float number, String half) {
    assertThat(HalfFloat.of(number)).isEqualTo((short) Integer.parseInt(half, 16));
  }

  @Test
  void everyHalfFloatComesBack() {
    for (int bits = 0; bits < 0x10000; bits++) {
      if ((bits & 0x7C00) != 0x7C00) {
        assertThat(HalfFloat.of(HalfFloat.toFloat((short) bits))).isEqualTo((short) bits);
      }
    }
  }

  @Test
  void isOffByHalfOfTheLastBitAtMost() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      float number =
          (float) (Math.exp(random.nextDouble(-9, 11)) * (random.nextBoolean() ? 1 : -1));
      assertThat(HalfFloat.toFloat(HalfFloat.of(number)))
          .isCloseTo(number, within(Math.abs(number) / 2048));
    }
  }
}
