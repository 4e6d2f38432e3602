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
public final class EndToEnd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String bootstrapServers;
  private final Runnable brokerEnd;
  private final Path folder;
  private final int parallelism;
  private RivuletConfig config;
  private JobCluster cluster;
  private final KafkaSink sink;
  private final EventWriter writer;

  private EndToEnd(KafkaTarget target, Runnable brokerEnd, int parallelism, Path folder)
      throws Exception {
    this.folder = folder;
    this.parallelism = parallelism;
    this.brokerEnd = brokerEnd;
    bootstrapServers = target.bootstrapServers();
    sink = KafkaSink.connect(target);
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
    LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
    KafkaTarget target = KafkaTarget.of(broker.bootstrapServers());
    EndToEnd run = new EndToEnd(target, broker::close, parallelism, folder);
    run.configure(config);
    new KafkaPreflight(run.config, Duration.ofSeconds(30)).run();
    return run;
  }

  /** Starts a cluster with a job configured as it stands, on a broker that the caller keeps. */
  public static EndToEnd start(RivuletConfig config, KafkaTarget target, Path folder)
      throws Exception {
    EndToEnd run = new EndToEnd(target, () -> {}, config.parallelism(), folder);
    run.config = config;
    new KafkaPreflight(config, Duration.ofSeconds(30)).run();
    run.startJob();
    return run;
  }

  /** What the next job is configured with. */
  void configure(RivuletConfig next) {
    config = DemoConfig.local(next, bootstrapServers, parallelism, folder.resolve("checkpoints"));
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

  public JobCluster cluster() {
    return cluster;
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Sends the catalog, and waits until the job knows it. */
  public void sendCatalog(EventSource source) throws Exception {
    fillCatalog(source);
    new CatalogGate(cluster, config.kafka()).await();
  }

  /** Sends the catalog. */
  void fillCatalog(EventSource source) throws Exception {
    writer.writeCatalog(source, () -> false);
  }

  /** Sends all events of the source at once, and returns them. */
  public List<UserEvent> sendEvents(EventSource source) throws Exception {
    return sendEvents(source, Pacing.fullSpeed());
  }

  /** Sends all events of the source at a given rate, and returns them. */
  List<UserEvent> sendEvents(EventSource source, Pacing pacing) throws Exception {
    List<UserEvent> sent = new ArrayList<>();
    writer.writeEvents(source, pacing, () -> false, event -> sent.add(event.event()));
    return sent;
  }

  /** Sends one event. */
  void sendEvent(UserEvent event) throws Exception {
    sink.send(event);
    sink.flush();
  }

  /** Waits for a condition while the job lives. */
  public void await(String what, BooleanSupplier condition) throws Exception {
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
    brokerEnd.run();
  }
}
