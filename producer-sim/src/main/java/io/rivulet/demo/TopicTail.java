package io.rivulet.demo;

import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows one topic from its beginning, in a thread of its own. */
public final class TopicTail<T extends SpecificRecord> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final AvroCodec<T> codec;
  private final Consumer<T> handler;
  private final Thread thread;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile boolean finishing;

  /** Begins to follow a topic of a broker that wants no security. */
  public TopicTail(String bootstrapServers, String topic, Class<T> type, Consumer<T> handler) {
    this(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), topic, type, handler);
  }

  /**
   * Begins to follow.
   *
   * @param client settings of the consumer: brokers and security
   * @param handler called for each record, in the tail's thread
   */
  public TopicTail(Map<String, String> client, String topic, Class<T> type, Consumer<T> handler) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    codec = AvroCodec.of(type);
    this.handler = handler;
    thread = new Thread(this::follow, "tail-" + topic);
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    try (consumer) {
      while (!finishing || behind()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          handler.accept(codec.decode(record.value()));
        }
      }
    } catch (CodecException | RuntimeException e) {
      failure.set(e);
    }
  }

  private boolean behind() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part));
  }

  /**
   * Checks that the tail is alive.
   *
   * @throws IllegalStateException with the reason if it is not
   */
  public void check() {
    if (failure.get() != null) {
      throw new IllegalStateException(thread.getName() + " failed", failure.get());
    }
  }

  /** Reads what the topic holds by now, and ends. */
  @Override
  public void close() {
    finishing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    check();
  }
}
