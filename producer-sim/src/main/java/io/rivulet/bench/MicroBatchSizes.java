package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.demo.TopicTail;
import io.rivulet.io.ClientSettings;
import io.rivulet.schema.Metrics;
import java.time.Instant;

/** How many events the learners take at a time, by the metrics they send. */
final class MicroBatchSizes implements AutoCloseable {
  private final Instant from = Instant.now();
  private final TopicTail<Metrics> tail;
  private long events;
  private long batches;

  /** Counts windows that begin from now on. */
  MicroBatchSizes(KafkaConfig kafka) {
    tail =
        new TopicTail<>(
            ClientSettings.of(kafka), kafka.topics().metrics(), Metrics.class, this::add);
  }

  private synchronized void add(Metrics window) {
    if (!window.getWindowStart().isBefore(from)) {
      events += window.getScored();
      batches += window.getBatches();
    }
  }

  /** The mean so far; not a number before the first window has ended. */
  synchronized double mean() {
    return (double) events / batches;
  }

  @Override
  public void close() {
    tail.close();
  }
}
