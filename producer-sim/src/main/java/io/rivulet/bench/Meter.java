package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What the job and the broker use from when it is made until it is read. */
final class Meter implements AutoCloseable {
  private final long broker;
  private final MicroBatchSizes batches;
  private final long collecting;
  private final CpuAccount before;
  private final long start;

  /**
   * Begins to measure.
   *
   * @param broker id of the broker's process
   */
  Meter(KafkaConfig kafka, long broker) throws IOException {
    this.broker = broker;
    // To connect takes a while, which is not to count.
    batches = new MicroBatchSizes(kafka);
    collecting = collectingMillis();
    before = CpuAccount.now(broker);
    start = System.nanoTime();
  }

  /**
   * What was used so far.
   *
   * @param events scores that came meanwhile
   * @param slowestSecond scores that came in the second in which fewest came
   */
  Measurement read(long events, double slowestSecond) throws IOException {
    return new Measurement(
        events,
        (System.nanoTime() - start) / 1e9,
        CpuAccount.now(broker).since(before),
        collectingMillis() - collecting,
        batches.mean(),
        slowestSecond);
  }

  private static long collectingMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  @Override
  public void close() {
    batches.close();
  }
}
