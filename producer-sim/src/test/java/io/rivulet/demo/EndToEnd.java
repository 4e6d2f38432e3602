package io.rivulet.demo;

import io.rivulet.config.RivuletConfig;
import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.examples.ExampleConfig;
import io.rivulet.io.KafkaPreflight;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.KafkaTarget;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A real broker and a real cluster around the job, for tests. */
final class EndToEnd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LocalBroker broker;
  private final RivuletConfig config;
  private final JobCluster cluster;
  private final KafkaSink sink;
  private final EventWriter writer;

  private EndToEnd(LocalBroker broker, RivuletConfig config, JobCluster cluster, KafkaSink sink) {
    this.broker = broker;
    this.config = config;
    this.cluster = cluster;
    this.sink = sink;
    this.writer = new EventWriter(sink, Ticker.SYSTEM);
  }

  /** Starts everything with a built-in example configuration. */
  static EndToEnd start(String example, int parallelism, Path folder) throws Exception {
    LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
    RivuletConfig config =
        DemoConfig.local(
            ExampleConfig.read("demo.config", null, example),
            broker.bootstrapServers(),
            parallelism,
            folder.resolve("checkpoints"));
    new KafkaPreflight(config.kafka(), Duration.ofSeconds(30)).run();
    JobCluster cluster = JobCluster.start(config, parallelism, folder.resolve("flink"));
    return new EndToEnd(
        broker, config, cluster, KafkaSink.connect(KafkaTarget.of(broker.bootstrapServers())));
  }

  RivuletConfig config() {
    return config;
  }

  JobCluster cluster() {
    return cluster;
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  void sendCatalog(EventSource source) throws Exception {
    writer.writeCatalog(source, () -> false);
    new CatalogGate(cluster, config.kafka()).await();
  }

  /** Sends all events of the source, and returns them. */
  List<UserEvent> sendEvents(EventSource source) throws Exception {
    List<UserEvent> sent = new ArrayList<>();
    writer.writeEvents(source, Pacing.fullSpeed(), () -> false, event -> sent.add(event.event()));
    return sent;
  }

  /** Waits for a condition while the job lives. */
  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      cluster.check();
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not within " + PATIENCE.toMinutes() + " minutes: " + what);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    sink.close();
    cluster.close();
    broker.close();
  }
}
