package io.rivulet.bench;

import io.rivulet.config.KafkaConfig;
import io.rivulet.io.ClientSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks how many records a topic holds, and reads the newest of them afterwards. */
final class TopicEnd implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  TopicEnd(KafkaConfig kafka, String topic) {
    Map<String, Object> client = new HashMap<>(ClientSettings.of(kafka));
    consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
  }

  /** Records over all partitions. */
  long records() {
    return ends().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Where each partition ends by now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** Reads all that has come since the partitions ended there. */
  void read(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> ends = ends();
    consumer.assign(partitions);
    from.forEach(consumer::seek);
    while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
