package io.rivulet.io;

import io.rivulet.domain.Encoder;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the records of one topic. */
final class TopicWriter<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final Encoder<T> encoder;

  TopicWriter(String topic, Encoder<T> encoder) {
    this.topic = topic;
    this.encoder = encoder;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T value, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(topic, encoder.key(value), encoder.value(value));
  }
}
