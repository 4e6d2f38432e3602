package io.rivulet.sim;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts events, and prints once a second how far they have come. */
final class Progress implements AutoCloseable {
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final PrintWriter out;
  private final OptionalLong size;
  private final LongSupplier nanoClock;
  private final LongAdder count = new LongAdder();
  private final Timer timer = new Timer("progress", true);
  private final long start;
  private long lastTime;
  private long lastCount;

  Progress(PrintWriter out, OptionalLong size, LongSupplier nanoClock) {
    this.out = out;
    this.size = size;
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.lastTime = start;
  }

  /** Begins to print. */
  void everySecond() {
    long second = Duration.ofSeconds(1).toMillis();
    timer.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            print();
          }
        },
        second,
        second);
  }

  void count() {
    count.increment();
  }

  void print() {
    long now = nanoClock.getAsLong();
    long events = count.sum();
    out.println(line(events, (events - lastCount) / ((now - lastTime) / NANOS_PER_SECOND)));
    out.flush();
    lastTime = now;
    lastCount = events;
  }

  /** The whole run in one line. */
  String summary() {
    double seconds = (nanoClock.getAsLong() - start) / NANOS_PER_SECOND;
    long events = count.sum();
    return line(events, events / seconds)
        + String.format(Locale.ROOT, " on average, in %.1f s", seconds);
  }

  private String line(long events, double perSecond) {
    String line = String.format(Locale.ROOT, "%,d events, %,.0f events/s", events, perSecond);
    if (size.isPresent() && size.getAsLong() > 0) {
      double percent = 100.0 * events / size.getAsLong();
      line += String.format(Locale.ROOT, ", %.1f %%", percent);
    }
    return line;
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
