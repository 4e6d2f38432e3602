package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.fixture.Await;
import io.rivulet.fixture.RowCounts;
import io.rivulet.fixture.ScoreLog;
import io.rivulet.sim.sink.EventWriter;
import io.rivulet.sim.sink.KafkaSink;
import io.rivulet.sim.sink.KafkaTarget;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One job on the cluster with topics of its own, the events that are sent to it, its scores. */
final class ClusterRun implements AutoCloseable {
  private final StandaloneCluster cluster;
  private final JobFiles files;
  private final String name;
  private final LocalBroker broker;
  private final List<String> sent = new ArrayList<>();
  private KafkaSink sink;
  private ScoreLog scores;
  private CompletableFuture<List<String>> flow = CompletableFuture.completedFuture(List.of());
  private String job;
  private boolean ended;

  /**
   * No job yet.
   *
   * @param folder where the run keeps its files
   * @param name first part of its topics' names
   */
  ClusterRun(StandaloneCluster cluster, LocalBroker broker, Path folder, String name)
      throws Exception {
    this.cluster = cluster;
    this.broker = broker;
    this.name = name;
    files = JobFiles.create(folder.resolve(name));
  }

  /** Submits the job as a person would, and waits until all of it runs. */
  void submit(int parallelism, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("-p", Integer.toString(parallelism)));
    all.addAll(List.of(options));
    job = cluster.flink().submit(files.configuration(), environment(), all);
    Await.until("the job runs", () -> cluster.api().isRunning(job));
    if (sink == null) {
      scores = new ScoreLog(broker.bootstrapServers(), name + "-scores");
      sink = KafkaSink.connect(target());
    }
  }

  /** Submits with lines added to the configuration, however that ends. */
  CommandResult trySubmit(String added) throws Exception {
    files.addToConfiguration(added);
    return cluster.flink().run(files.configuration(), environment(), List.of());
  }

  private Map<String, String> environment() {
    return Map.of(
        "RIVULET_KAFKA", broker.bootstrapServers(),
        "RIVULET_RUN", name,
        "RIVULET_CHECKPOINTS", files.checkpoints().toString());
  }

  /** Patient enough to outlast a broker that is away for a while. */
  private KafkaTarget target() {
    return new KafkaTarget(
        broker.bootstrapServers(),
        name + "-user-events",
        name + "-item-catalog",
        Map.of("delivery.timeout.ms", "120000", "max.block.ms", "120000"));
  }

  /** Begins to send events, so many in a second; returns at once. */
  void send(EventSource events, double perSecond) {
    flow =
        CompletableFuture.supplyAsync(
            () -> {
              List<String> ids = new ArrayList<>();
              try {
                new EventWriter(sink, Ticker.SYSTEM)
                    .writeEvents(
                        events,
                        Pacing.rate(perSecond),
                        () -> false,
                        event -> ids.add(event.event().getEventId()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return ids;
            });
  }

  /**
   * Begins to send events, so many in a second, of which it takes no note, nor of their scores: of
   * half an hour's they are more than fit into memory. Returns at once.
   */
  CompletableFuture<Void> load(EventSource events, double perSecond) {
    scores.close();
    scores = null;
    return CompletableFuture.runAsync(
        () -> {
          try {
            new EventWriter(sink, Ticker.SYSTEM)
                .writeEvents(events, Pacing.rate(perSecond), () -> false, event -> {});
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Waits until the events that were sent last have all been scored, and returns their ids. */
  List<String> awaitScored() throws Exception {
    int before = sent.size();
    assertThat(unscored()).as("events without a score").isZero();
    // Sorted: in any order would look each of them up among all others.
    assertThat(scores.events().stream().sorted().toList())
        .isEqualTo(sent.stream().sorted().toList());
    return List.copyOf(sent.subList(before, sent.size()));
  }

  /** Waits for the scores of all events, but not for ever; returns how many events have none. */
  int unscored() throws Exception {
    sent.addAll(flow.get());
    flow = CompletableFuture.completedFuture(List.of());
    Set<String> events = new HashSet<>(sent);
    boolean unused = Await.inTime(() -> scores.size() >= events.size());
    events.removeAll(scores.events());
    return events.size();
  }

  /** Waits until so many more events have been scored, and one more checkpoint is complete. */
  void awaitFlow(int events) throws Exception {
    int before = scores.size();
    Await.until(events + " more scores", () -> scores.size() >= before + events);
    int checkpoints = cluster.api().checkpoints(job, "completed");
    Await.until(
        "one more checkpoint", () -> cluster.api().checkpoints(job, "completed") > checkpoints);
  }

  ScoreLog scores() {
    return scores;
  }

  String job() {
    return job;
  }

  /** Submits the job again after it was lost, to go on from its newest complete checkpoint. */
  void resubmit(int parallelism) throws Exception {
    Optional<String> checkpoint = files.newestCheckpoint();
    submit(
        parallelism,
        checkpoint.map(path -> new String[] {"-s", path}).orElseGet(() -> new String[0]));
  }

  /** Ends the job with a savepoint, and returns its path. */
  String stop(String... options) throws Exception {
    return cluster.flink().stop(job, files.savepoints(), List.of(options));
  }

  /** Lets all be scored, ends the job for good, and checks that each event counted once. */
  void finish() throws Exception {
    awaitScored();
    assertThat(drain()).isEqualTo(new RowCounts(sent.size(), sent.size(), sent.size()));
  }

  /** Ends the job for good, all that it has read learned, and returns what its rows counted. */
  RowCounts drain() throws Exception {
    String savepoint = stop("--drain");
    ended = true;
    return RowCounts.of(savepoint);
  }

  @Override
  public void close() {
    if (sink != null) {
      sink.close();
    }
    if (scores != null) {
      scores.close();
    }
    if (job != null && !ended) {
      cancel();
    }
  }

  /** For a test that has failed: the next one needs the slots. */
  private void cancel() {
    try {
      cluster.flink().cancel(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
