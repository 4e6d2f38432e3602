package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.demo.JobCluster;

/** The two measured parts of a run, one after the other in the same job. */
final class BenchPhases implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;

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
   * @param threads begins with the measurement and ends with it
   */
  Measurement fullSpeed(long events, ThreadRecording threads) throws Exception {
    await((long) (events * WARM_UP));
    threads.begin();
    Measurement measured;
    try (Meter meter = new Meter(kafka, broker)) {
      long first = scores.records();
      SlowestSecond slowest = new SlowestSecond();
      await(events, slowest);
      measured = meter.read(scores.records() - first, slowest.perSecond());
    }
    threads.end();
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

  @Override
  public void close() {
    scores.close();
  }
}
