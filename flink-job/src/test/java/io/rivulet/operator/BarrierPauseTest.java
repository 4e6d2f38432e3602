package io.rivulet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarrierPauseTest {
  private final BarrierPause pause = new BarrierPause(64, 150);

  @Test
  void isNoneAtTheFirstBarrier() {
    assertThat(pause.at(1_000_000)).isZero();
  }

  @Test
  void isAPartOfTheTimeBetweenBarriers() {
    pause.at(50_000);

    assertThat(pause.at(50_640)).isEqualTo(10);
    assertThat(pause.at(53_840)).isEqualTo(50);
  }

  @Test
  void isNeverLong() {
    pause.at(0);

    assertThat(pause.at(600_000)).isEqualTo(150);
  }

  @Test
  void aClockThatIsSetBackIsNoTime() {
    pause.at(10_000);

    assertThat(pause.at(5_000)).isZero();
  }
}
