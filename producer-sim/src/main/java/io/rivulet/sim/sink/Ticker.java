package io.rivulet.sim.sink;

import java.util.concurrent.locks.LockSupport;

/** The passing of time, so that tests need not wait. */
public interface Ticker {
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
}
