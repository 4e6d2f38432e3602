package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlowestSecondTest {
  private static final long MILLI = 1_000_000;

  private final SlowestSecond slowest = new SlowestSecond();

  @Test
  void findsTheSecondInWhichLeastCame() {
    long count = 0;
    for (int millis = 0; millis < 10_000; millis += 50) {
      slowest.add(millis * MILLI, count);
      count += millis >= 4000 && millis < 4500 ? 0 : 100;
    }

    // Half a second of nothing, half a second of 2,000 a second.
    assertThat(slowest.perSecond()).isCloseTo(1000, within(1e-6));
  }

  @Test
  void knowsNoneBeforeASecondIsOver() {
    slowest.add(0, 0);
    slowest.add(900 * MILLI, 5);

    assertThat(slowest.perSecond()).isNaN();
  }
}
