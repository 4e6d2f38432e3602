package io.rivulet.demo;

import io.rivulet.config.RivuletConfig;
import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.examples.ExampleConfig;
import io.rivulet.examples.ExampleSource;
import io.rivulet.io.KafkaPreflight;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** One run of the demo, from the start of the broker to the closing line. */
public final class DemoRun {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long PAUSE_MILLIS = 20;

  private final DemoSettings settings;
  private final DemoFolder folder;
  private final Consumer<String> out;
  private volatile boolean stopped;

  DemoRun(DemoSettings settings, DemoFolder folder, Consumer<String> out) {
    this.settings = settings;
    this.folder = folder;
    this.out = out;
  }

  /** Asks the run to come to its end; returns at once. */
  void stop() {
    stopped = true;
  }

  /** Runs, and prints the closing line. */
  void run() throws Exception {
    ExampleSource source = source();
    RivuletConfig given = ExampleConfig.read("demo.config", settings.config(), source.example());
    out.accept("demo: starting a Kafka broker and a Flink cluster under " + folder.path());
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      RivuletConfig config =
          DemoConfig.local(
              given,
              broker.bootstrapServers(),
              settings.parallelism(),
              folder.resolve("checkpoints"));
      new KafkaPreflight(config, PATIENCE).run();
      try (JobCluster cluster =
          JobCluster.start(config, settings.parallelism(), folder.resolve("flink"))) {
        out.accept(
            "demo: broker on "
                + broker.bootstrapServers()
                + ", Flink's web page on "
                + cluster.webPage());
        out.accept(closingLine(source, config, cluster).toString());
      }
    }
  }

  private ExampleSource source() throws IOException {
    return settings.data() == null
        ? ExampleSource.simulated(settings.scenario(), settings.seed())
        : ExampleSource.replayed(settings.data(), line -> out.accept("demo: " + line));
  }

  private ClosingLine closingLine(ExampleSource source, RivuletConfig config, JobCluster cluster)
      throws Exception {
    Tally tally = new Tally(config.learner());
    try (JobOutputs outputs = new JobOutputs(config.kafka(), tally);
        Feed feed = new Feed(config.kafka(), source, settings, tally)) {
      feed.sendCatalog();
      new CatalogGate(cluster, config.kafka()).await();
      out.accept("demo: the catalog is loaded; sending events of " + source.events().name());
      feed.start();
      double seconds =
          watch(
              feed,
              new StatusLine(tally, source.events().size(), source.best()),
              tally,
              cluster,
              outputs);
      out.accept("demo: all is answered; stopping");
      cluster.drain();
      return new ClosingLine(feed.sent(), settings.parallelism(), feed.sent() / seconds, tally);
    }
  }

  /** Shows the run until every event is answered; returns how many seconds that took. */
  private double watch(
      Feed feed, StatusLine line, Tally tally, JobCluster cluster, JobOutputs outputs)
      throws Exception {
    long nextLine = 1;
    Patience patience = new Patience(System::nanoTime);
    while (!feed.ended() || tally.answered() < feed.sent()) {
      if (stopped || feed.lasted(settings.length())) {
        feed.stop();
      }
      Thread.sleep(PAUSE_MILLIS);
      cluster.check();
      feed.check();
      outputs.check();
      if (patience.isOver(tally.answered(), stopped)) {
        out.accept("demo: the job answers no more; ending with what there is");
        feed.stop();
        break;
      }
      if (feed.elapsed().toSeconds() >= nextLine) {
        out.accept(line.next(nextLine, feed.sent()));
        nextLine = feed.elapsed().toSeconds() + 1;
      }
    }
    return feed.elapsed().toNanos() / 1e9;
  }
}
