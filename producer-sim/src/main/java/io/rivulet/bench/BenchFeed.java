package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.demo.DemoConfig;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import java.io.IOException;

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

  /** Sends events at a steady rate, and returns when all have arrived. */
  void steady(PreparedEvents events, double perSecond) throws IOException {
    events.send(sink::send, Pacing.rate(perSecond), Ticker.SYSTEM);
    sink.flush();
  }

  @Override
  public void close() {
    sink.close();
  }
}
