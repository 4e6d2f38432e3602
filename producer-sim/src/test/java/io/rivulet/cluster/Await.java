package io.rivulet.cluster;

import java.time.Duration;

/** Waits for what happens in other processes. */
final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 50;

  /** A condition that may fail. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  private Await() {}

  /**
   * Waits until a condition holds.
   *
   * @throws AssertionError if it does not within three minutes
   */
  static void until(String what, Condition condition) throws Exception {
    if (!inTime(condition)) {
      throw new AssertionError("Not within " + PATIENCE.toMinutes() + " minutes: " + what);
    }
  }

  /** Waits until a condition holds, for at most three minutes; returns whether it does. */
  static boolean inTime(Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return true;
  }
}
