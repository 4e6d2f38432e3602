package io.rivulet.sim.sink;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The passing of time, so that tests need not wait. */
public interface Ticker {
  /** Shorter waits cost more than they are worth: events then come in bursts of this length. */
  long SHORTEST_WAIT = Duration.ofMillis(1).toNanos();

  /** So often a wait looks whether it should stop. */
  long LONGEST_WAIT = Duration.ofMillis(50).toNanos();

  /** The time of this machine. */
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
          LockSupport.parkNanos(nanos);
        }
      };

  /** Nanoseconds from some fixed moment. */
  long nanoTime();

  /** Returns after about so many nanoseconds, or earlier. */
  void sleep(long nanos);

  /**
   * Waits until something is due, or a little less.
   *
   * @param due as {@link #nanoTime} tells it
   * @param stop looked at while waiting; true ends it
   * @return false if it was stopped before
   */
  default boolean await(long due, BooleanSupplier stop) {
    long wait = due - nanoTime();
    while (wait >= SHORTEST_WAIT) {
      if (stop.getAsBoolean()) {
        return false;
      }
      sleep(Math.min(wait, LONGEST_WAIT));
      wait = due - nanoTime();
    }
    return true;
  }
}
