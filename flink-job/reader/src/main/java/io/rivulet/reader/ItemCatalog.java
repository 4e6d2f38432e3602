package io.rivulet.reader;

import io.rivulet.codec.ItemFactsDecoder;
import io.rivulet.codec.TimeLimit;
import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the catalog says of each item, as far as it was read. One thread reads; any number ask. Like
 * in the job, a fact that is older than the one that is known changes nothing, and an item stays
 * known when its record is deleted.
 */
final class ItemCatalog implements AutoCloseable {
  private final Map<String, ItemFacts> items = new ConcurrentHashMap<>();
  private final ItemFactsDecoder decoder;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Consumer<String> problems;

  ItemCatalog(String topic, Map<String, ?> settings, TimeLimit times, Consumer<String> problems) {
    this.problems = problems;
    decoder = new ItemFactsDecoder(Integer.MAX_VALUE, times);
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    all.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new IllegalArgumentException(
            "no topic is called '" + topic + "'; name the job's kafka.topics.itemCatalog");
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** What is known of an item, or null. */
  ItemFacts facts(String item) {
    return items.get(item);
  }

  /** Reads all that there is now. */
  void fill() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      poll(Duration.ofMillis(100));
    }
  }

  /** Reads what has come. */
  void poll(Duration wait) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      if (record.value() == null) {
        continue;
      }
      Origin origin = new Origin(record.topic(), record.partition(), record.offset());
      try {
        ItemFacts facts = decoder.decode(new RawRecord(origin, record.key(), record.value()));
        items.merge(
            facts.itemId(),
            facts,
            (known, news) -> news.updateTime() < known.updateTime() ? known : news);
      } catch (BadRecordException e) {
        problems.accept(
            origin.topic()
                + "-"
                + origin.partition()
                + " at offset "
                + origin.offset()
                + ": "
                + e.getMessage());
      }
    }
  }

  /** Makes the thread that reads fail soon. May be called by any thread. */
  void interrupt() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
