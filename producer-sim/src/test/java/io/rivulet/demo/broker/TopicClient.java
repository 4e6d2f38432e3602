package io.rivulet.demo.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes and reads texts in topics of one partition. */
record TopicClient(String bootstrapServers) {

  void createTopic(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  void send(String topic, List<String> values) throws Exception {
    try (KafkaProducer<String, String> producer = producer(Map.of())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value)).get();
      }
    }
  }

  void sendInTransaction(String topic, List<String> values, Duration timeout) throws Exception {
    try (KafkaProducer<String, String> producer =
        producer(
            Map.of(
                "transactional.id", "test", "transaction.timeout.ms", (int) timeout.toMillis()))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value)).get();
      }
      producer.commitTransaction();
    }
  }

  /** The first values that are committed, fewer if they do not come within half a minute. */
  List<String> readAll(String topic, int count) {
    List<String> values = new ArrayList<>();
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    StringDeserializer text = new StringDeserializer();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(configuration, text, text)) {
      List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private KafkaProducer<String, String> producer(Map<String, Object> more) {
    Map<String, Object> configuration = new HashMap<>(more);
    configuration.put("bootstrap.servers", bootstrapServers);
    StringSerializer text = new StringSerializer();
    return new KafkaProducer<>(configuration, text, text);
  }
}
