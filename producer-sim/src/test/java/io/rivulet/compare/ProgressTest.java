package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> lines = new ArrayList<>();
  private long now;

  @Test
  void saysHowFarTheRunsAreAndHowLongTheyWillTake() {
    try (Progress progress = new Progress(2, 200, lines::add, () -> now)) {
      progress.ended("the first");
      for (int i = 0; i < 50; i++) {
        progress.learned();
      }
      now = Duration.ofSeconds(65).toNanos();
      progress.ended("the second");
    }
    assertThat(lines)
        .containsExactly(
            "  0 %  1 of 2 runs  0:00 passed  the first",
            " 25 %  2 of 2 runs  1:05 passed, about 3:15 left  the second");
  }
}
