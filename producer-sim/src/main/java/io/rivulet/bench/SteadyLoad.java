package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.schema.Score;
import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds how long each event's score took, from the broker's append of the event to its append of
 * the score. Both topics are read afterwards, so that reading is no load.
 */
final class SteadyLoad implements AutoCloseable {
  /**
   * Events of the first seconds do not count: they meet a job that was idle, and code that the JVM
   * compiles anew for what is less at a time now.
   */
  static final Duration SETTLING = Duration.ofSeconds(30);

  private final TopicEnd events;
  private final TopicEnd scores;
  private final Map<TopicPartition, Long> firstEvents;
  private final Map<TopicPartition, Long> firstScores;

  /** From now on, what comes into the topics counts. */
  SteadyLoad(KafkaConfig kafka) {
    events = new TopicEnd(kafka, kafka.topics().userEvents());
    scores = new TopicEnd(kafka, kafka.topics().scores());
    firstEvents = events.ends();
    firstScores = scores.ends();
  }

  /**
   * How long the scores took.
   *
   * @throws IllegalStateException if no score came for an event after the first seconds
   */
  Latencies latencies() {
    Map<String, Long> waiting = new HashMap<>();
    read(
        events,
        firstEvents,
        UserEvent.class,
        (event, time) -> waiting.putIfAbsent(event.getEventId(), time));
    long first = waiting.values().stream().mapToLong(Long::longValue).min().orElse(0);
    LongStream.Builder latencies = LongStream.builder();
    // Of several scores of an event the first counts: then it waits no more, and takes no memory.
    read(
        scores,
        firstScores,
        Score.class,
        (score, time) -> {
          Long event = waiting.remove(score.getEventId());
          if (event != null && event >= first + SETTLING.toMillis()) {
            latencies.accept(time - event);
          }
        });
    long[] sorted = latencies.build().sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException(
          "The steady load: found no score of an event after the first %d s; use more seconds"
              .formatted(SETTLING.toSeconds()));
    }
    return new Latencies(sorted);
  }

  /** Hands over each record and when the broker appended it. */
  private static <T extends SpecificRecord> void read(
      TopicEnd topic, Map<TopicPartition, Long> from, Class<T> type, ObjLongConsumer<T> target) {
    AvroCodec<T> codec = AvroCodec.of(type);
    topic.read(from, record -> target.accept(decoded(codec, record.value()), record.timestamp()));
  }

  private static <T extends SpecificRecord> T decoded(AvroCodec<T> codec, byte[] value) {
    try {
      return codec.decode(value);
    } catch (CodecException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    events.close();
    scores.close();
  }
}
