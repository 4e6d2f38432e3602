package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.demo.DemoConfig;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import java.io.IOException;
import java.time.Duration;

/** Sends catalog and events. */
final class BenchFeed implements AutoCloseable {
  private final KafkaSink sink;
  private final EventWriter writer;

  BenchFeed(KafkaConfig kafka) throws IOException {
    sink = KafkaSink.connect(DemoConfig.input(kafka));
    writer = new EventWriter(sink, Ticker.SYSTEM);
  }

  /** Sends all that a source has, as fast as the broker takes it, and returns how many events. */
  long fill(EventSource source) throws IOException {
    writer.writeCatalog(source, () -> false);
    return writer.writeEvents(source, Pacing.fullSpeed(), () -> false, event -> {});
  }

  /** Sends a source's events at a steady rate, and returns how many. */
  long steady(EventSource source, double perSecond, Duration length) throws IOException {
    long end = System.nanoTime() + length.toNanos();
    return writer.writeEvents(
        source, Pacing.rate(perSecond), () -> System.nanoTime() >= end, event -> {});
  }

  @Override
  public void close() {
    sink.close();
  }
}
