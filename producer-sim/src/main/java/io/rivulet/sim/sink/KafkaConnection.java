package io.rivulet.sim.sink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens a producer, after a look whether anyone is there. */
final class KafkaConnection {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private KafkaConnection() {}

  static Producer<String, byte[]> open(KafkaTarget target) throws DeliveryException {
    try {
      look(target);
      return new KafkaProducer<>(
          producerSettings(target), new StringSerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw failure(target, e);
    }
  }

  private static void look(KafkaTarget target) throws DeliveryException {
    DescribeClusterOptions patience =
        new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
    try (Admin admin = Admin.create(settings(target))) {
      admin.describeCluster(patience).nodes().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException
          ? silence(target, e)
          : failure(target, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException("interrupted while connecting", e);
    }
  }

  private static DeliveryException silence(KafkaTarget target, Throwable error) {
    return new DeliveryException(
        "bootstrap servers %s: no Kafka broker answered within %d s; check the address, that the"
                .formatted(target.bootstrapServers(), PATIENCE.toSeconds())
            + " broker runs, and the security that it wants",
        error);
  }

  private static DeliveryException failure(KafkaTarget target, Throwable error) {
    Throwable reason = error.getCause() == null ? error : error.getCause();
    return new DeliveryException(
        "bootstrap servers %s: %s".formatted(target.bootstrapServers(), reason.getMessage()),
        error);
  }

  private static Map<String, Object> settings(KafkaTarget target) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.putAll(target.properties());
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, target.bootstrapServers());
    return settings;
  }

  /** Settings for throughput, without giving up order and without duplicates on retries. */
  private static Map<String, Object> producerSettings(KafkaTarget target) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 10);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.putAll(settings(target));
    return settings;
  }
}
