package io.rivulet.sim.sink;

import java.time.Duration;

/** When each event of a stream is due. */
@FunctionalInterface
public interface Pacing {
  /**
   * When an event is due.
   *
   * @param index its place in the stream, from 0
   * @param passed its event time, from that of the first event
   * @return time from the start of sending, in nanoseconds
   */
  long dueNanos(long index, Duration passed);

  /** Every event at once: as fast as the sink takes them. */
  static Pacing fullSpeed() {
    return (index, passed) -> 0;
  }

  /**
   * The same number of events in every second.
   *
   * @param perSecond {@code > 0}
   */
  static Pacing rate(double perSecond) {
    checkPositive("rate", perSecond);
    double nanos = Duration.ofSeconds(1).toNanos() / perSecond;
    return (index, passed) -> (long) (index * nanos);
  }

  /**
   * As the events happened, but faster.
   *
   * @param factor how many times as fast, {@code > 0}; 1 is real time
   */
  static Pacing realTime(double factor) {
    checkPositive("speed", factor);
    double nanosPerMilli = Duration.ofMillis(1).toNanos() / factor;
    return (index, passed) -> (long) (passed.toMillis() * nanosPerMilli);
  }

  private static void checkPositive(String key, double found) {
    if (!(found > 0) || Double.isInfinite(found)) {
      throw new IllegalArgumentException(
          key + ": found " + found + "; use a finite number greater than 0");
    }
  }
}
