package io.rivulet.operator;

/**
 * How long a task that nobody waits for leaves the cores to the others at a checkpoint's barrier: a
 * part of the time since the last barrier, so that checkpoints that come often are not held up.
 */
final class BarrierPause {
  private static final int PART = 64;

  private static final long LONGEST = 150;

  private static final long NEVER = Long.MAX_VALUE;

  private long last = NEVER;

  /**
   * Takes note of a barrier, and says for how many milliseconds to wait at it; 0 at the first.
   *
   * @param now milliseconds since the epoch
   */
  long at(long now) {
    long since = last == NEVER ? 0 : Math.max(0, now - last);
    last = now;
    return Math.min(since / PART, LONGEST);
  }
}
