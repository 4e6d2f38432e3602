package io.rivulet.bench;

import java.util.ArrayDeque;

/** How much came in the second in which least came: what a checkpoint costs while it lasts. */
final class SlowestSecond {
  private static final long SECOND = 1_000_000_000L;

  private record Sample(long nanos, long count) {}

  private final ArrayDeque<Sample> lastSecond = new ArrayDeque<>();
  private double least = Double.POSITIVE_INFINITY;

  /**
   * Takes note of how much has come.
   *
   * @param nanos of a clock, not less than before
   */
  void add(long nanos, long count) {
    lastSecond.add(new Sample(nanos, count));
    Sample before = null;
    while (nanos - lastSecond.peek().nanos() >= SECOND) {
      before = lastSecond.poll();
    }
    if (before != null) {
      double seconds = (double) (nanos - before.nanos()) / SECOND;
      least = Math.min(least, (count - before.count()) / seconds);
    }
  }

  /** By the second; not a number if it has not been one. */
  double perSecond() {
    return Double.isInfinite(least) ? Double.NaN : least;
  }
}
