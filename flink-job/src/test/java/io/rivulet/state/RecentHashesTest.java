package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.layout.Hashing;
import org.junit.jupiter.api.Test;

class RecentHashesTest {
  private static final long WINDOW = 1000;

  private final RecentHashes recent = new RecentHashes(WINDOW);

  @Test
  void aHashIsHeldForTheWholeWindowAfterItCame() {
    int perMilli = 50;
    for (int now = 0; now < 3 * WINDOW; now++) {
      for (int i = 0; i < perMilli; i++) {
        recent.add(hash(now * perMilli + i), now);
      }
      int oldest = Math.max(0, (int) (now - WINDOW));
      assertThat(recent.mayHold(hash(oldest * perMilli))).as("at %d", now).containsExactly(true);
      assertThat(recent.mayHold(hash((oldest + now) / 2 * perMilli)))
          .as("at %d", now)
          .containsExactly(true);
    }
  }

  @Test
  void fewThatAreNewAreTakenForOldHoweverManyThereAre() {
    int added = 3_000_000;
    for (int i = 0; i < added; i++) {
      recent.add(hash(i), i / (added / (2 * WINDOW)));
    }
    int wrong = 0;
    for (int i = added; i < added + 100_000; i++) {
      wrong += recent.mayHold(hash(i))[0] ? 1 : 0;
    }

    assertThat(wrong).isLessThan(100);
  }

  @Test
  void whatIsLongOverIsForgotten() {
    recent.add(hash(1), 0);
    recent.add(hash(2), 2 * WINDOW);
    recent.add(hash(3), 4 * WINDOW);

    assertThat(recent.mayHold(hash(1))).containsExactly(false);
  }

  @Test
  void nothingIsHeldBeforeAnythingCame() {
    assertThat(recent.mayHold(hash(1))).containsExactly(false);
  }

  private static long hash(int number) {
    return Hashing.combine(0, number);
  }
}
