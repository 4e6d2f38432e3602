package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.demo.JobCluster;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/** The two measured parts of a run, one after the other in the same job. */
final class BenchPhases implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;
  private static final Duration SAMPLING = Duration.ofMillis(20);

  /** Share of the events after which the measurement begins: until then the JVM compiles. */
  private static final double WARM_UP = 0.7;

  private final KafkaConfig kafka;
  private final JobCluster cluster;
  private final long broker;
  private final TopicEnd scores;

  /**
   * Phases of a job that has just been started.
   *
   * @param broker id of the broker's process
   */
  BenchPhases(KafkaConfig kafka, JobCluster cluster, long broker) {
    this.kafka = kafka;
    this.cluster = cluster;
    this.broker = broker;
    scores = new TopicEnd(kafka, kafka.topics().scores());
  }

  /**
   * Waits until all events are scored, and measures all but the first of them.
   *
   * @param events how many were in the topic when the job began
   * @param file for a JFR recording; null for none
   */
  Measurement fullSpeed(long events, Path file) throws Exception {
    await((long) (events * WARM_UP));
    Recording recording = file == null ? null : startRecording();
    Measurement measured;
    try (Meter meter = new Meter(kafka, broker)) {
      long first = scores.records();
      SlowestSecond slowest = new SlowestSecond();
      await(events, slowest);
      measured = meter.read(scores.records() - first, slowest.perSecond());
    }
    if (recording != null) {
      recording.dump(file);
      recording.close();
    }
    return measured;
  }

  /**
   * Sends events at a steady rate, and finds how long their scores take.
   *
   * @throws IllegalStateException if the events are of no more than the first seconds
   */
  Steady steady(BenchFeed feed, PreparedEvents events, double perSecond) throws Exception {
    try (SteadyLoad load = new SteadyLoad(kafka);
        Meter meter = new Meter(kafka, broker)) {
      long before = scores.records();
      long start = System.nanoTime();
      feed.steady(events, perSecond);
      double seconds = (System.nanoTime() - start) / 1e9;
      await(before + events.count());
      Measurement used = meter.read(events.count(), Double.NaN);
      return new Steady(events.count() / seconds, used, load.latencies());
    }
  }

  /** What the job has taken since it began. */
  RunTotals totals() throws Exception {
    FlinkApi flink = new FlinkApi(cluster.webPage());
    double events = scores.records();
    return new RunTotals(
        flink.sum("numBytesOut") / events,
        flink.sum("learn.rows.reads", "item-owner.rows.reads") / events,
        flink.sum("learn.rows.writes", "item-owner.rows.writes") / events,
        flink.checkpoints(),
        ProcessFiles.self().peakMemory(),
        ProcessFiles.of(broker).peakMemory());
  }

  private void await(long count) throws Exception {
    await(count, new SlowestSecond());
  }

  private void await(long count, SlowestSecond slowest) throws Exception {
    long found = scores.records();
    while (found < count) {
      slowest.add(System.nanoTime(), found);
      cluster.check();
      Thread.sleep(PAUSE_MILLIS);
      found = scores.records();
    }
  }

  /**
   * Where the threads are, and nothing else: with all that JFR can tell the job takes twice as
   * long.
   */
  private static Recording startRecording() {
    Recording recording = new Recording();
    recording.enable("jdk.ExecutionSample").withPeriod(SAMPLING);
    recording.enable("jdk.NativeMethodSample").withPeriod(SAMPLING);
    recording.start();
    return recording;
  }

  @Override
  public void close() {
    scores.close();
  }
}
