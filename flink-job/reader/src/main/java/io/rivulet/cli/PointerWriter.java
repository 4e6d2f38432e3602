package io.rivulet.cli;

import io.rivulet.schema.SnapshotPointer;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.snapshot.SnapshotKey;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes which version readers are to use. */
final class PointerWriter {
  private static final int PATIENCE = 15_000;

  private PointerWriter() {}

  /** Returns when the brokers have it. */
  static void write(TopicOptions options, long version, String reason)
      throws IOException, InterruptedException {
    byte[] value =
        AvroCodec.of(SnapshotPointer.class)
            .encode(
                SnapshotPointer.newBuilder()
                    .setArm(options.arm)
                    .setModelVersion(version)
                    .setMarkedAt(Instant.now())
                    .setReason(reason)
                    .build());
    Map<String, Object> settings = new HashMap<>(options.kafka());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // A mark may be written twice; and who may not write is told so of the topic, not the cluster.
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "false");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] key = SnapshotKey.ofCurrent(options.arm).bytes();
      producer.send(new ProducerRecord<>(options.topic, 0, key, value)).get();
    } catch (ExecutionException e) {
      throw new IOException(
          "the topic " + options.topic + " takes no record: " + e.getCause().getMessage(), e);
    }
  }
}
