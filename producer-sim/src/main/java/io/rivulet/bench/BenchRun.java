package io.rivulet.bench;

import io.rivulet.config.RivuletConfig;
import io.rivulet.demo.DemoConfig;
import io.rivulet.demo.DemoFolder;
import io.rivulet.demo.JobCluster;
import io.rivulet.demo.broker.BrokerSettings;
import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.examples.ExampleConfig;
import io.rivulet.io.KafkaPreflight;
import io.rivulet.sim.replay.DataSet;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.KafkaTarget;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jfr.Recording;

/** One run of the benchmark. */
final class BenchRun {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long PAUSE_MILLIS = 50;

  /** Share of the events after which the measurement begins: until then the JVM compiles. */
  private static final double WARM_UP = 0.4;

  private final BenchSettings settings;
  private final DemoFolder folder;
  private final Consumer<String> out;

  BenchRun(BenchSettings settings, DemoFolder folder, Consumer<String> out) {
    this.settings = settings;
    this.folder = folder;
    this.out = out;
  }

  void run() throws Exception {
    EventSource source = source();
    RivuletConfig given = ExampleConfig.read("bench.config", settings.config(), "bench");
    double bare = new BareLearner(given.learner(), source).cpuMicrosPerEvent();
    out.accept("bench-e2e: the bare learner takes %.1f us/event".formatted(bare));
    // By the broker's clock, so that its records tell when they came.
    BrokerSettings stamping =
        BrokerSettings.defaults()
            .withProperties(Map.of("log.message.timestamp.type", "LogAppendTime"));
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"), stamping)) {
      RivuletConfig config =
          DemoConfig.local(
              given,
              broker.bootstrapServers(),
              settings.parallelism(),
              folder.resolve("checkpoints"));
      new KafkaPreflight(config, PATIENCE).run();
      fill(config, source);
      try (JobCluster cluster =
              JobCluster.start(config, settings.parallelism(), folder.resolve("flink"));
          TopicEnd scores = new TopicEnd(config.kafka(), config.kafka().topics().scores())) {
        Measurement measured = measure(cluster, scores, broker.processId());
        measured.lines(bare, settings).forEach(out);
      }
    }
  }

  private Measurement measure(JobCluster cluster, TopicEnd scores, long broker) throws Exception {
    await(scores, cluster, (long) (settings.events() * WARM_UP));
    Recording recording = startRecording();
    long first = scores.records();
    long start = System.nanoTime();
    CpuAccount before = CpuAccount.now(broker);
    await(scores, cluster, settings.events());
    Measurement measured =
        new Measurement(
            scores.records() - first,
            (System.nanoTime() - start) / 1e9,
            CpuAccount.now(broker).since(before));
    if (recording != null) {
      recording.dump(settings.recording());
      recording.close();
    }
    return measured;
  }

  private Recording startRecording() throws Exception {
    if (settings.recording() == null) {
      return null;
    }
    Recording recording = new Recording(jdk.jfr.Configuration.getConfiguration("profile"));
    recording.start();
    return recording;
  }

  private void fill(RivuletConfig config, EventSource source) throws IOException {
    KafkaTarget target =
        new KafkaTarget(
            config.kafka().bootstrapServers(),
            config.kafka().topics().userEvents(),
            config.kafka().topics().itemCatalog(),
            Map.of());
    try (KafkaSink sink = KafkaSink.connect(target)) {
      EventWriter writer = new EventWriter(sink, Ticker.SYSTEM);
      writer.writeCatalog(source, () -> false);
      writer.writeEvents(source, Pacing.fullSpeed(), () -> false, event -> {});
    }
  }

  private void await(TopicEnd scores, JobCluster cluster, long count) throws Exception {
    while (scores.records() < count) {
      cluster.check();
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private EventSource source() throws IOException {
    EventSource all =
        settings.data() == null
            ? new World(
                WorldSettings.of(Scenario.VIDEO, settings.seed())
                    .withSize(settings.users(), settings.items()))
            : DataSet.read(settings.data(), out);
    return all.limited(settings.events());
  }
}
