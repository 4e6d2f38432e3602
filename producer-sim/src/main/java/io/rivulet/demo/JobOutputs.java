package io.rivulet.demo;

import io.rivulet.config.KafkaConfig;
import io.rivulet.io.ClientSettings;
import io.rivulet.schema.DeadLetter;
import io.rivulet.schema.Metrics;
import io.rivulet.schema.Score;
import java.util.List;
import java.util.Map;

/** Follows what the job sends out, and tallies it. */
final class JobOutputs implements AutoCloseable {
  private final List<TopicTail<?>> tails;

  JobOutputs(KafkaConfig kafka, Tally tally) {
    Map<String, String> client = ClientSettings.of(kafka);
    tails =
        List.of(
            new TopicTail<>(client, kafka.topics().scores(), Score.class, tally::add),
            new TopicTail<>(client, kafka.topics().metrics(), Metrics.class, tally::add),
            new TopicTail<>(client, kafka.topics().deadLetters(), DeadLetter.class, tally::add));
  }

  /**
   * Checks that all can be read.
   *
   * @throws IllegalStateException with the reason if not
   */
  void check() {
    tails.forEach(TopicTail::check);
  }

  /** Reads to the end of what is there by now. */
  @Override
  public void close() {
    tails.forEach(TopicTail::close);
  }
}
