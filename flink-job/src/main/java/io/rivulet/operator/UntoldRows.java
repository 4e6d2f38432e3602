package io.rivulet.operator;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How many changed rows a learner may keep to itself before it hands them over for the next version
 * of the model. Many while the next barrier is far: a row that changes again is then handed over
 * once, and who writes the last version, and takes nothing meanwhile, stops no learner. Few when it
 * is near: a barrier waits until all are handed over.
 */
final class UntoldRows implements IntSupplier {
  /** So few are handed over within a millisecond, and have room on the way to the publisher. */
  private static final int LEAST = 256;

  /** The part of the time between barriers after which they become fewer. */
  private static final double FROM = 0.5;

  /** The part of it after which there are no fewer. Barriers come some milliseconds early, too. */
  private static final double UNTIL = 0.95;

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final int most;
  private final LongSupplier clock;
  private long last = UNKNOWN;
  private long interval;

  /**
   * No barrier yet, so that the next may come at any time.
   *
   * @param most how many a barrier that comes much too early, as a savepoint's may, is to wait for
   * @param clock milliseconds since the epoch
   */
  UntoldRows(int most, LongSupplier clock) {
    this.most = Math.max(LEAST, most);
    this.clock = clock;
  }

  /** Takes note of a barrier: the next is expected after as much time as lies behind the last. */
  void barrier() {
    long now = clock.getAsLong();
    interval = last == UNKNOWN ? 0 : now - last;
    last = now;
  }

  @Override
  public int getAsInt() {
    if (interval <= 0) {
      return LEAST;
    }
    double part = (double) (clock.getAsLong() - last) / interval;
    double left = Math.max(0, Math.min((UNTIL - part) / (UNTIL - FROM), 1));
    return LEAST + (int) ((most - LEAST) * left);
  }
}
