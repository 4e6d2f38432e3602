package io.rivulet.operator;

/**
 * How long what nobody waits for leaves the cores to all else at a checkpoint's barrier: a part of
 * the time since the last barrier, so that checkpoints that come often are not held up.
 */
final class BarrierPause {
  private static final long NEVER = Long.MAX_VALUE;

  private final int part;
  private final long longest;
  private long last = NEVER;

  /**
   * No barrier yet.
   *
   * @param part one of so many parts of the time
   * @param longest milliseconds, however long the time was
   */
  BarrierPause(int part, long longest) {
    this.part = part;
    this.longest = longest;
  }

  /**
   * Takes note of a barrier, and says for how many milliseconds to wait at it; 0 at the first.
   *
   * @param now milliseconds since the epoch
   */
  long at(long now) {
    long since = last == NEVER ? 0 : Math.max(0, now - last);
    last = now;
    return Math.min(since / part, longest);
  }
}
