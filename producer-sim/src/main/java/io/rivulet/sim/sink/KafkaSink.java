package io.rivulet.sim.sink;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends items (key: item) and events (key: user) to Kafka. A record that the broker refuses is an
 * error, told at the next call.
 */
public final class KafkaSink implements EventSink {
  private final Producer<String, byte[]> producer;
  private final KafkaTarget target;
  private final AvroCodec<ItemUpdate> items = AvroCodec.of(ItemUpdate.class);
  private final AvroCodec<UserEvent> events = AvroCodec.of(UserEvent.class);
  private final AtomicReference<DeliveryException> failure = new AtomicReference<>();
  private final AtomicLong delivered = new AtomicLong();

  KafkaSink(Producer<String, byte[]> producer, KafkaTarget target) {
    this.producer = producer;
    this.target = target;
  }

  /**
   * Connects to a broker.
   *
   * @throws DeliveryException if none answers within a few seconds, or a property cannot work
   */
  public static KafkaSink connect(KafkaTarget target) throws DeliveryException {
    return new KafkaSink(KafkaConnection.open(target), target);
  }

  @Override
  public void send(ItemUpdate item) throws DeliveryException {
    send(target.catalogTopic(), item.getItemId(), items.encode(item));
  }

  @Override
  public void send(UserEvent event) throws DeliveryException {
    send(target.eventsTopic(), event.getUserId(), events.encode(event));
  }

  /**
   * Takes an event that is encoded already; may return before it has arrived.
   *
   * @param event as the codec of {@link UserEvent} encodes it
   */
  public void send(String userId, byte[] event) throws DeliveryException {
    send(target.eventsTopic(), userId, event);
  }

  /** How many records the broker has acknowledged. */
  public long delivered() {
    return delivered.get();
  }

  @Override
  public void flush() throws DeliveryException {
    producer.flush();
    check();
  }

  @Override
  public void close() {
    producer.close();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
  private void send(String topic, String key, byte[] value) throws DeliveryException {
    check();
    try {
      producer.send(
          new ProducerRecord<>(topic, key, value),
          (metadata, error) -> acknowledge(topic, key, error));
    } catch (KafkaException e) {
      throw failed(topic, key, e);
    }
  }

  private void acknowledge(String topic, String key, Exception error) {
    if (error == null) {
      delivered.incrementAndGet();
    } else {
      failure.compareAndSet(null, failed(topic, key, error));
    }
  }

  private void check() throws DeliveryException {
    DeliveryException found = failure.get();
    if (found != null) {
      throw found;
    }
  }

  private static DeliveryException failed(String topic, String key, Exception error) {
    return new DeliveryException(
        "topic %s: a record with key %s was not delivered: %s"
            .formatted(topic, key, error.getMessage()),
        error);
  }
}
