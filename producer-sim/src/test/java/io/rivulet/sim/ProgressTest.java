package io.rivulet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter out = new StringWriter();
  private long now = 5;

  @Test
  void printsCountRateOfTheLastSecondAndShare() {
    try (Progress progress =
        new Progress(new PrintWriter(out), OptionalLong.of(4_000), () -> now)) {
      count(progress, 1_000);
      count(progress, 2_000);

      assertThat(out.toString().lines())
          .containsExactly(
              "1,000 events, 1,000 events/s, 25.0 %", "3,000 events, 2,000 events/s, 75.0 %");
      assertThat(progress.summary())
          .isEqualTo("3,000 events, 1,500 events/s, 75.0 % on average, in 2.0 s");
    }
  }

  @Test
  void leavesOutTheShareOfAnEndlessSource() {
    try (Progress progress = new Progress(new PrintWriter(out), OptionalLong.empty(), () -> now)) {
      count(progress, 10);

      assertThat(out.toString().strip()).isEqualTo("10 events, 10 events/s");
    }
  }

  private void count(Progress progress, int events) {
    for (int i = 0; i < events; i++) {
      progress.count();
    }
    now += Duration.ofSeconds(1).toNanos();
    progress.print();
  }
}
