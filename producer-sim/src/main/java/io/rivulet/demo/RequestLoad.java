package io.rivulet.demo;

import io.rivulet.config.KafkaConfig;
import io.rivulet.io.ClientSettings;
import io.rivulet.schema.Recommendation;
import io.rivulet.schema.ScoreRequest;
import io.rivulet.schema.codec.AvroCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Asks a job over Kafka, and measures how long each answer takes on its whole way. */
public final class RequestLoad implements AutoCloseable {
  private final String topic;
  private final KafkaProducer<String, byte[]> producer;
  private final TopicTail<Recommendation> tail;
  private final AvroCodec<ScoreRequest> codec = AvroCodec.of(ScoreRequest.class);
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  /**
   * Connects to the job's topics, which must exist.
   *
   * @param listener is told each answer, repeated ones too, in a thread of its own
   */
  public RequestLoad(KafkaConfig kafka, Consumer<Recommendation> listener) {
    Map<String, String> client = ClientSettings.of(kafka);
    topic = kafka.topics().scoreRequests();
    producer =
        new KafkaProducer<>(
            new HashMap<>(client), new StringSerializer(), new ByteArraySerializer());
    tail =
        new TopicTail<>(
            client,
            kafka.topics().recommendations(),
            Recommendation.class,
            answer -> {
              take(answer);
              listener.accept(answer);
            });
  }

  /** Sends a request; its id must be new. */
  @SuppressWarnings("FutureReturnValueIgnored") // a request that is lost stays unanswered
  public void send(ScoreRequest request) {
    byte[] value = codec.encode(request);
    waiting.put(request.getRequestId(), System.nanoTime());
    producer.send(new ProducerRecord<>(topic, request.getUserId(), value));
  }

  private void take(Recommendation answer) {
    Long sentAt = waiting.remove(answer.getRequestId());
    if (sentAt != null) {
      nanos.add(System.nanoTime() - sentAt);
    }
  }

  /** Requests that have no answer yet. */
  public int unanswered() {
    return waiting.size();
  }

  /**
   * How long the given share of the answers took at most: from the call of {@link #send} until the
   * answer was read.
   *
   * @param share above 0, at most 1
   * @throws IllegalStateException if there is no answer yet
   */
  public Duration latency(double share) {
    List<Long> sorted;
    synchronized (nanos) {
      sorted = new ArrayList<>(nanos);
    }
    if (sorted.isEmpty()) {
      throw new IllegalStateException("no request has been answered yet");
    }
    Collections.sort(sorted);
    return Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
  }

  /**
   * Checks that answers can be read.
   *
   * @throws IllegalStateException with the reason if not
   */
  public void check() {
    tail.check();
  }

  @Override
  public void close() {
    producer.close();
    tail.close();
  }
}
