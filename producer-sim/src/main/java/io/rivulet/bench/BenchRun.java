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
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One run of the benchmark. */
final class BenchRun {
  private record Findings(Measurement full, Steady steady, RunTotals totals) {}

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** A broker lives long, and its JVM compiles all it can. */
  private static final List<String> BROKER_JVM =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseTransparentHugePages", "-XX:+UseParallelGC");

  private final BenchSettings settings;
  private final DemoFolder folder;
  private final Consumer<String> out;

  BenchRun(BenchSettings settings, DemoFolder folder, Consumer<String> out) {
    this.settings = settings;
    this.folder = folder;
    this.out = out;
  }

  void run() throws Exception {
    EventSource all = source();
    EventSource first = all.limited(settings.events());
    RivuletConfig given = ExampleConfig.read("bench.config", settings.config(), "bench");
    String kernels = Kernels.note(System.getenv());
    if (!kernels.isEmpty()) {
      out.accept("bench-e2e: " + kernels);
    }
    BareLearner bare = new BareLearner(given.learner(), first);
    BareLearner.Speed before = bare.measure();
    out.accept(
        "bench-e2e: the bare learner takes %.2f us/event, %.2f at best"
            .formatted(before.mean(), before.best()));
    Findings found = measured(all, first, given);
    // The machine is not the same minutes later: the job is compared with the mean of both.
    BareLearner.Speed both = before.and(bare.measure());
    out.accept(
        new ClosingLine(settings, both, found.full(), found.steady(), found.totals()).toString());
  }

  private Findings measured(EventSource all, EventSource first, RivuletConfig given)
      throws Exception {
    // By the broker's clock, so that its records tell when they came.
    BrokerSettings stamping =
        BrokerSettings.defaults()
            .withProperties(Map.of("log.message.timestamp.type", "LogAppendTime"))
            .withJvmOptions(BROKER_JVM);
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"), stamping)) {
      RivuletConfig config =
          DemoConfig.local(
              given,
              broker.bootstrapServers(),
              settings.parallelism(),
              folder.resolve("checkpoints"));
      new KafkaPreflight(config, PATIENCE).run();
      try (BenchFeed feed = new BenchFeed(config.kafka())) {
        long events = feed.fill(first);
        EventSource rest = new RemainingSource(all, events);
        try (ThreadRecording threads = new ThreadRecording(settings.recording());
            DemoFolder work = DemoFolder.in(settings.work());
            JobCluster cluster = JobCluster.start(config, settings.parallelism(), work.path());
            BenchPhases phases = new BenchPhases(config.kafka(), cluster, broker.processId())) {
          Measurement full = phases.fullSpeed(events, threads);
          full.table().forEach(out);
          Steady steady = steady(phases, feed, rest, full.perSecond() / 2);
          if (steady.used() != null) {
            out.accept("The same under the steady load:");
            steady.used().table().forEach(out);
          }
          return new Findings(full, steady, phases.totals());
        }
      }
    }
  }

  private Steady steady(BenchPhases phases, BenchFeed feed, EventSource rest, double perSecond)
      throws Exception {
    if (settings.steady().isZero()) {
      return Steady.NONE;
    }
    long count = Math.round(perSecond * settings.steady().toMillis() / 1000);
    PreparedEvents events = PreparedEvents.of(rest, count, folder.resolve("steady-events"));
    return phases.steady(feed, events, perSecond);
  }

  private EventSource source() throws IOException {
    return settings.data() == null
        ? new World(
            WorldSettings.of(Scenario.VIDEO, settings.seed())
                .withSize(settings.users(), settings.items()))
        : DataSet.read(settings.data(), out);
  }
}
