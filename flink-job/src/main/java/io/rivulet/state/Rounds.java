package io.rivulet.state;

/**
 * Numbers a learner's rounds. A round's stamp is the wall clock rounded up to the interval, so that
 * learners close rounds of the same stamp without talking to each other; it always grows.
 */
public final class Rounds {
  private final long interval;
  private long last;

  /**
   * Goes on after a known round.
   *
   * @param interval milliseconds, > 0
   * @param last stamp of the newest round closed so far, {@link Long#MIN_VALUE} if none
   */
  public Rounds(long interval, long last) {
    this.interval = interval;
    this.last = last;
  }

  /** Closes the open round and returns its stamp. */
  public long close(long now) {
    last = Math.max(roundedUp(now), last + 1);
    return last;
  }

  /** The stamp of the newest closed round. */
  public long last() {
    return last;
  }

  /** When the open round should be closed: the first multiple of the interval after now. */
  public long nextTick(long now) {
    return roundedUp(now + 1);
  }

  private long roundedUp(long now) {
    return -Math.floorDiv(-now, interval) * interval;
  }
}
