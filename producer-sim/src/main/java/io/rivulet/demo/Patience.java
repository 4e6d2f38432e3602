package io.rivulet.demo;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to wait for a job that makes no progress. */
final class Patience {
  private static final Duration RUNNING = Duration.ofMinutes(2);
  private static final Duration ENDING = Duration.ofSeconds(15);

  private final LongSupplier clock;
  private long best = -1;
  private long bestAt;

  /**
   * Begins to wait.
   *
   * @param clock nanoseconds from some fixed moment
   */
  Patience(LongSupplier clock) {
    this.clock = clock;
    bestAt = clock.getAsLong();
  }

  /**
   * Whether the progress has stood still for too long.
   *
   * @param progress grows as long as the job works
   * @param ending whether a person waits for the end
   */
  boolean isOver(long progress, boolean ending) {
    long now = clock.getAsLong();
    if (progress > best) {
      best = progress;
      bestAt = now;
    }
    return now - bestAt > (ending ? ENDING : RUNNING).toNanos();
  }
}
