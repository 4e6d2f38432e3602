package io.rivulet.io;

import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import io.rivulet.snapshot.SnapshotTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topic of the model's versions, as it is on Kafka: only what was committed. Needs no Flink.
 * Not thread-safe.
 */
public final class KafkaSnapshotTopic implements SnapshotTopic, AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(100);

  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * Opens the topic.
   *
   * @param settings of Kafka's consumer: brokers, encryption and log-in
   * @throws IllegalArgumentException if the topic does not have exactly one partition
   * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked
   */
  public KafkaSnapshotTopic(String topic, Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    // Where a topic was made anew, going on in the middle would be wrong.
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    all.remove(ConsumerConfig.GROUP_ID_CONFIG);
    partition = new TopicPartition(topic, 0);
    consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic);
      if (partitions == null || partitions.size() != 1) {
        throw new IllegalArgumentException(
            "the topic '"
                + topic
                + "' has "
                + (partitions == null ? 0 : partitions.size())
                + " partitions; a model's versions are in one partition: name the topic that the"
                + " job's kafka.topics.modelSnapshots names");
      }
      consumer.assign(List.of(partition));
      seek(0);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  @Override
  public long end() {
    return consumer.endOffsets(List.of(partition)).get(partition);
  }

  @Override
  public void seek(long offset) {
    long first = consumer.beginningOffsets(List.of(partition)).get(partition);
    consumer.seek(partition, Math.max(first, offset));
  }

  @Override
  public long position() {
    return consumer.position(partition);
  }

  @Override
  public List<RawRecord> poll() {
    List<RawRecord> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
      records.add(
          new RawRecord(
              new Origin(record.topic(), record.partition(), record.offset()),
              record.key(),
              record.value()));
    }
    return records;
  }

  /** Makes the thread that reads fail soon. May be called by any thread. */
  public void interrupt() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
