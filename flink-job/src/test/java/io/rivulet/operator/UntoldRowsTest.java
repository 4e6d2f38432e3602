package io.rivulet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntoldRowsTest {
  private long now = 1_000_000;
  private final UntoldRows rows = new UntoldRows(10_256, () -> now);

  @Test
  void areFewWhileTheNextBarrierMayComeAtAnyTime() {
    assertThat(rows.getAsInt()).isEqualTo(256);

    rows.barrier();
    now += 10_000;
    assertThat(rows.getAsInt()).isEqualTo(256);
  }

  @Test
  void areManyBehindABarrierAndFewBeforeTheNext() {
    barrierAfter(0);
    barrierAfter(10_000);

    assertThat(rows.getAsInt()).isEqualTo(10_256);
    assertThat(after(5_000)).isEqualTo(10_256);
    assertThat(after(2_250)).isBetween(5_255, 5_257);
    assertThat(after(2_250)).isEqualTo(256);
    assertThat(after(60_000)).isEqualTo(256);
  }

  @Test
  void goByTheTimeBetweenTheLastTwoBarriers() {
    barrierAfter(0);
    barrierAfter(10_000);
    barrierAfter(1_000);

    assertThat(after(500)).isEqualTo(10_256);
    assertThat(after(450)).isEqualTo(256);
  }

  @Test
  void areFewIfTheClockIsSetBack() {
    barrierAfter(0);
    barrierAfter(-5_000);

    assertThat(rows.getAsInt()).isEqualTo(256);
  }

  @Test
  void areNeverFewerThanFew() {
    UntoldRows few = new UntoldRows(10, () -> now);

    assertThat(few.getAsInt()).isEqualTo(256);
    few.barrier();
    now += 10_000;
    few.barrier();
    assertThat(few.getAsInt()).isEqualTo(256);
  }

  private void barrierAfter(long millis) {
    now += millis;
    rows.barrier();
  }

  private int after(long millis) {
    now += millis;
    return rows.getAsInt();
  }
}
