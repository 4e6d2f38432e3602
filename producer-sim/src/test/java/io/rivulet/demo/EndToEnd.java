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
  private final Path folder;
  private final int parallelism;
  private RivuletConfig config;
  private JobCluster cluster;
  private final KafkaSink sink;
  private final EventWriter writer;

  private EndToEnd(Path folder, int parallelism) throws Exception {
    this.folder = folder;
    this.parallelism = parallelism;
    broker = LocalBroker.start(folder.resolve("broker"));
    sink = KafkaSink.connect(KafkaTarget.of(broker.bootstrapServers()));
    writer = new EventWriter(sink, Ticker.SYSTEM);
  }

  /** Starts everything with a built-in example configuration. */
  static EndToEnd start(String example, int parallelism, Path folder) throws Exception {
    EndToEnd run = prepare(ExampleConfig.read("demo.config", null, example), parallelism, folder);
    run.startJob();
    return run;
  }

  /** Starts a broker with the job's topics, but no job. */
  static EndToEnd prepare(RivuletConfig config, int parallelism, Path folder) throws Exception {
    EndToEnd run = new EndToEnd(folder, parallelism);
    run.configure(config);
    new KafkaPreflight(run.config.kafka(), Duration.ofSeconds(30)).run();
    return run;
  }

  /** What the next job is configured with. */
  void configure(RivuletConfig next) {
    config =
        DemoConfig.local(
            next, broker.bootstrapServers(), parallelism, folder.resolve("checkpoints"));
  }

  /** Starts a cluster with a job that knows nothing yet. */
  void startJob() throws Exception {
    cluster = JobCluster.start(config, parallelism, folder.resolve("flink"));
  }

  /** Starts a cluster with a job that goes on from a savepoint. */
  void restoreJob(String savepoint) throws Exception {
    cluster = JobCluster.restore(config, parallelism, folder.resolve("flink"), savepoint);
  }

  /** Ends job and cluster; returns the savepoint. */
  String stopJob() throws Exception {
    String savepoint = cluster.stop();
    closeCluster();
    return savepoint;
  }

  /** Ends the cluster, whatever its job does. */
  void closeCluster() {
    if (cluster != null) {
      cluster.close();
      cluster = null;
    }
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

  /** Sends the catalog, and waits until the job knows it. */
  void sendCatalog(EventSource source) throws Exception {
    fillCatalog(source);
    new CatalogGate(cluster, config.kafka()).await();
  }

  /** Sends the catalog. */
  void fillCatalog(EventSource source) throws Exception {
    writer.writeCatalog(source, () -> false);
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
    closeCluster();
    broker.close();
  }
}
