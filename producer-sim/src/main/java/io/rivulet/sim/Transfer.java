package io.rivulet.sim;

import io.rivulet.sim.sink.EventSink;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One run of a command: items, then events, with progress, until the end or Ctrl-C. */
final class Transfer {
  private final OutputOptions options;
  private final PrintWriter out;
  private final PrintWriter messages;
  private final Interruption interruption;

  /**
   * Creates the run.
   *
   * @param out for records, if they are printed
   * @param messages for people
   * @param interruption ends the run early
   */
  Transfer(
      OutputOptions options, PrintWriter out, PrintWriter messages, Interruption interruption) {
    this.options = options;
    this.out = out;
    this.messages = messages;
    this.interruption = interruption;
  }

  void run(EventSource all, Pacing pacing, Consumer<? super SourceEvent> listener)
      throws IOException {
    EventSource source = options.count == null ? all : all.limited(options.count);
    try (EventSink sink = options.open(out)) {
      EventWriter writer = new EventWriter(sink, Ticker.SYSTEM);
      if (!options.noCatalog) {
        long items = writer.writeCatalog(source, interruption::stopped);
        say(String.format(Locale.ROOT, "%s: %,d items sent", source.name(), items));
      }
      try (Progress progress = new Progress(messages, source.size(), System::nanoTime)) {
        progress.everySecond();
        writer.writeEvents(
            source,
            pacing,
            stop(),
            event -> {
              listener.accept(event);
              progress.count();
            });
        say(source.name() + ": " + progress.summary() + ", to " + options.destination());
      }
    }
  }

  private BooleanSupplier stop() {
    if (options.seconds == null) {
      return interruption::stopped;
    }
    long end = System.nanoTime() + (long) (options.seconds * Duration.ofSeconds(1).toNanos());
    return () -> interruption.stopped() || System.nanoTime() - end >= 0;
  }

  private void say(String line) {
    messages.println(line);
    messages.flush();
  }
}
