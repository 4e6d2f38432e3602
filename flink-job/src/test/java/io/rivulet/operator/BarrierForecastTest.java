package io.rivulet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.TaskInfoImpl;
import org.junit.jupiter.api.Test;

class BarrierForecastTest {
  private final BarrierForecast barriers = forecast(0);

  @Test
  void saysNothingBeforeThereWereTwoBarriers() {
    assertThat(barriers.isNear(1_000_000)).isFalse();
    barriers.came(1_000_000);

    assertThat(barriers.isNear(9_000_000)).isFalse();
    assertThat(barriers.interval()).isZero();
  }

  @Test
  void saysOnceALittleBeforeEachBarrierThatItIsNear() {
    barriers.came(50_000);
    for (long barrier = 60_000; barrier < 100_000; barrier += 10_000) {
      barriers.came(barrier);

      assertThat(barriers.interval()).isEqualTo(10_000);
      assertThat(barriers.isNear(barrier)).isFalse();
      assertThat(barriers.isNear(barrier + 8_699)).isFalse();
      assertThat(barriers.isNear(barrier + 8_700)).isTrue();
      assertThat(barriers.isNear(barrier + 8_800)).isFalse();
    }
  }

  @Test
  void eachTaskHasItsOwnMoment() {
    BarrierForecast other = forecast(1);
    other.came(0);
    other.came(10_000);

    assertThat(other.isNear(19_099)).isFalse();
    assertThat(other.isNear(19_100)).isTrue();
  }

  @Test
  void followsTheNewestInterval() {
    barriers.came(0);
    barriers.came(10_000);
    barriers.came(11_000);

    assertThat(barriers.isNear(11_869)).isFalse();
    assertThat(barriers.isNear(11_870)).isTrue();
  }

  @Test
  void aClockThatIsSetBackIsNoInterval() {
    barriers.came(10_000);
    barriers.came(5_000);

    assertThat(barriers.interval()).isZero();
  }

  private static BarrierForecast forecast(int subtask) {
    return new BarrierForecast(new TaskInfoImpl("task", 128, subtask, 2, 0));
  }
}
