package io.rivulet.compare;

import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says how far the runs have come. Safe for use by several threads. */
final class Progress implements AutoCloseable {
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final int runs;
  private final long events;
  private final Consumer<String> out;
  private final LongSupplier nanoClock;
  private final long start;
  private final LongAdder learned = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final Timer timer = new Timer("progress", true);

  /**
   * Nothing is done yet.
   *
   * @param events number of events in all runs together
   */
  Progress(int runs, long events, Consumer<String> out, LongSupplier nanoClock) {
    this.runs = runs;
    this.events = events;
    this.out = out;
    this.nanoClock = nanoClock;
    start = nanoClock.getAsLong();
  }

  /** Begins to print a line at every interval. */
  void every(Duration interval) {
    timer.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            out.accept(line());
          }
        },
        interval.toMillis(),
        interval.toMillis());
  }

  /** One event is learned. */
  void learned() {
    learned.increment();
  }

  /** One run is at its end, with what it found. */
  void ended(String found) {
    ended.increment();
    out.accept(line() + "  " + found);
  }

  private String line() {
    double done = (double) learned.sum() / events;
    double passed = (nanoClock.getAsLong() - start) / NANOS_PER_SECOND;
    String left = done > 0 ? ", about " + clock(passed / done - passed) + " left" : "";
    return String.format(
        Locale.ROOT,
        "%3.0f %%  %d of %d runs  %s passed%s",
        100 * done,
        ended.sum(),
        runs,
        clock(passed),
        left);
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
