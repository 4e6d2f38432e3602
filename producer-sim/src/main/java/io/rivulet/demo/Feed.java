package io.rivulet.demo;

import io.rivulet.config.KafkaConfig;
import io.rivulet.examples.ExampleSource;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.SourceEvent;
import io.rivulet.sim.world.SimulatedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Sends catalog and events, and runs only so far ahead of the job. */
final class Feed implements AutoCloseable {
  // More would only wait in Kafka: what is shown would be of the past, and one partition could be
  // read far ahead of another.
  private static final long MOST_UNANSWERED = 2_000;

  // A data set's months pass in seconds. Several learners would learn from items that are weeks
  // old if more were under way.
  private static final long MOST_UNANSWERED_IN_REPLAY = 64;

  private static final long PAUSE_MILLIS = 1;

  private final ExampleSource source;
  private final DemoSettings settings;
  private final Tally tally;
  private final KafkaSink sink;
  private final EventWriter writer;
  private final Thread thread = new Thread(this::send, "feed");
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final long mostUnanswered;
  private long startedAt;
  private volatile boolean stopped;

  Feed(KafkaConfig kafka, ExampleSource source, DemoSettings settings, Tally tally)
      throws IOException {
    this.source = source;
    this.settings = settings;
    this.tally = tally;
    mostUnanswered = settings.inFlight() > 0 ? settings.inFlight() : usual(settings);
    sink = KafkaSink.connect(DemoConfig.input(kafka));
    writer = new EventWriter(sink, Ticker.SYSTEM);
    thread.setDaemon(true);
  }

  private static long usual(DemoSettings settings) {
    boolean severalLearnersInReplay = settings.data() != null && settings.parallelism() > 1;
    return severalLearnersInReplay ? MOST_UNANSWERED_IN_REPLAY : MOST_UNANSWERED;
  }

  void sendCatalog() throws IOException {
    writer.writeCatalog(source.events(), () -> false);
  }

  /** Begins to send events, in a thread of its own. */
  void start() {
    startedAt = System.nanoTime();
    thread.start();
  }

  private void send() {
    Pacing pacing = settings.rate() > 0 ? Pacing.rate(settings.rate()) : Pacing.fullSpeed();
    try {
      writer.writeEvents(source.events(), pacing, this::mustStop, this::count);
    } catch (IOException | RuntimeException e) {
      failure.set(e);
    }
  }

  /** Waits while too many events are unanswered. */
  private boolean mustStop() {
    try {
      while (!stopped && sent.get() - tally.answered() >= mostUnanswered) {
        Thread.sleep(PAUSE_MILLIS);
      }
      return stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void count(SourceEvent event) {
    sent.incrementAndGet();
    if (event instanceof SimulatedEvent simulated) {
      source.best().add(simulated);
    }
  }

  long sent() {
    return sent.get();
  }

  /** Whether nothing more will be sent. */
  boolean ended() {
    return !thread.isAlive();
  }

  /** Whether a stream that never ends by itself has been sent for so long. */
  boolean lasted(Duration length) {
    return source.events().size().isEmpty() && elapsed().compareTo(length) >= 0;
  }

  /** Time since the first event. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  void stop() {
    stopped = true;
  }

  /**
   * Checks that all could be sent.
   *
   * @throws IllegalStateException with the reason if not
   */
  void check() {
    if (failure.get() != null) {
      throw new IllegalStateException("Events could not be sent", failure.get());
    }
  }

  @Override
  public void close() {
    stop();
    sink.close();
  }
}
