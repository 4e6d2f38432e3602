package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private final AtomicLong clock = new AtomicLong();
  private final Patience patience = new Patience(clock::get);

  @Test
  void progressRenewsIt() {
    for (int progress = 0; progress < 10; progress++) {
      pass(Duration.ofSeconds(100));
      assertThat(patience.isOver(progress, false)).isFalse();
    }
  }

  @Test
  void standingStillEndsItSoonerWhenAPersonWaits() {
    assertThat(patience.isOver(5, false)).isFalse();
    pass(Duration.ofSeconds(16));
    assertThat(patience.isOver(5, false)).isFalse();
    assertThat(patience.isOver(5, true)).isTrue();
    pass(Duration.ofSeconds(105));
    assertThat(patience.isOver(5, false)).isTrue();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
