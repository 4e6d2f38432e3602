package io.rivulet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.state.lifecycle.RowLimits;
import io.rivulet.state.lifecycle.RowStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What limits do to the state on an endless stream of new users. With {@code
 * -Drivulet.growth=5000000} it measures so many; a limit is a twenty-fifth of them.
 */
final class GrowthIT {
  private static final int USERS = Integer.getInteger("rivulet.growth", 100_000);
  private static final int SAMPLES = 20;
  private static final int SHARE = USERS / 25;

  @Test
  void withoutLimitsEveryUserStays() throws Exception {
    List<Growth.Sample> samples = grow("none", RowLimits.NONE);

    assertThat(last(samples).rows()).isEqualTo(USERS + Growth.REGULAR);
    assertThat(samples.get(SAMPLES - 1).stateBytes())
        .isGreaterThan(3 * samples.get(SAMPLES / 5).stateBytes())
        .isPositive();
  }

  @Test
  void admissionKeepsOutThoseThatNeverComeAgain() throws Exception {
    List<Growth.Sample> samples = grow("admission", new RowLimits(2, SHARE, 0, 0));

    RowStatistics rows = last(samples);
    assertThat(rows.rows()).isBetween((long) Growth.REGULAR, Growth.REGULAR + USERS / 50L);
  }

  @Test
  void timeToLiveKeepsThoseOfLate() throws Exception {
    List<Growth.Sample> samples = grow("ttl", new RowLimits(1, 1, SHARE, 0));

    assertThat(samples)
        .extracting(sample -> sample.rows().rows())
        .allMatch(rows -> rows <= Growth.REGULAR + 1.25 * SHARE);
  }

  @Test
  void theLimitOfRowsHolds() throws Exception {
    List<Growth.Sample> samples = grow("mostRows", new RowLimits(1, 1, 0, SHARE));

    assertThat(samples)
        .extracting(sample -> sample.rows().rows())
        .allMatch(rows -> rows <= SHARE + LearnTask.MAX_PARALLELISM);
  }

  private static List<Growth.Sample> grow(String name, RowLimits limits) throws Exception {
    List<Growth.Sample> samples = new ArrayList<>();
    try (Growth growth = new Growth(limits)) {
      for (int i = 1; i <= SAMPLES; i++) {
        growth.growTo((long) USERS * i / SAMPLES);
        Growth.Sample sample = growth.sample();
        samples.add(sample);
        System.out.printf(
            Locale.ROOT,
            "growth: {\"limit\":\"%s\",\"newUsers\":%d,\"rows\":%d,\"stateMB\":%.1f}%n",
            name,
            sample.newUsers(),
            sample.rows().rows(),
            sample.stateBytes() / 1e6);
      }
      RowStatistics rows = last(samples);
      assertThat(rows.admitted() - rows.evicted()).isEqualTo(rows.rows());
      if (limits.admission() > 1) {
        assertThat(rows.unadmittedExamples()).isGreaterThan(USERS / 2);
      }
    }
    return samples;
  }

  private static RowStatistics last(List<Growth.Sample> samples) {
    return samples.get(samples.size() - 1).rows();
  }
}
