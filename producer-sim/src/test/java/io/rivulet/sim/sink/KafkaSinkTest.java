package io.rivulet.sim.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** {@code MockProducer} is Kafka's own in-memory producer: a fake. */
class KafkaSinkTest {
  private static final KafkaTarget TARGET =
      new KafkaTarget("localhost:9092", "events", "items", Map.of());
  private static final World WORLD =
      new World(WorldSettings.of(Scenario.VIDEO, 1).withSize(100, 20));

  @Test
  void sendsItemsAndEventsUnderTheirKeysSoThatTheyDecodeAgain() throws Exception {
    MockProducer<String, byte[]> producer = producer(true);
    ItemUpdate item = WORLD.catalog().next();
    UserEvent event = WORLD.events().next().event();
    try (KafkaSink sink = new KafkaSink(producer, TARGET)) {
      sink.send(item);
      sink.send(event);
      sink.flush();
      assertThat(sink.delivered()).isEqualTo(2);
    }
    List<ProducerRecord<String, byte[]>> sent = producer.history();

    assertThat(sent).extracting(ProducerRecord::topic).containsExactly("items", "events");
    assertThat(sent)
        .extracting(ProducerRecord::key)
        .containsExactly(item.getItemId(), event.getUserId());
    assertThat(AvroCodec.of(ItemUpdate.class).decode(sent.get(0).value())).isEqualTo(item);
    assertThat(AvroCodec.of(UserEvent.class).decode(sent.get(1).value())).isEqualTo(event);
    assertThat(producer.closed()).isTrue();
  }

  @Test
  void aRefusedRecordIsAnErrorWithTheBrokersReason() throws IOException {
    MockProducer<String, byte[]> producer = producer(false);
    try (KafkaSink sink = new KafkaSink(producer, TARGET)) {
      UserEvent event = WORLD.events().next().event();
      sink.send(event);
      producer.errorNext(new RecordTooLargeException("The record is larger than allowed."));

      assertThatThrownBy(() -> sink.send(event))
          .isInstanceOf(DeliveryException.class)
          .hasMessage(
              "topic events: a record with key %s was not delivered: The record is larger than allowed."
                  .formatted(event.getUserId()));
      assertThatThrownBy(sink::flush).isInstanceOf(DeliveryException.class);
      assertThat(sink.delivered()).isZero();
    }
  }

  @Test
  void anUnreachableBrokerIsToldWithinSeconds() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    KafkaTarget nobody = KafkaTarget.of("localhost:" + port);
    long start = System.nanoTime();

    assertThatThrownBy(() -> KafkaSink.connect(nobody))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("localhost:" + port)
        .hasMessageContaining("no Kafka broker answered");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anAddressThatCannotWorkIsToldWithItsReason() {
    assertThatThrownBy(() -> KafkaSink.connect(KafkaTarget.of("no-port")))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("bootstrap servers no-port: Invalid url");
  }

  private static MockProducer<String, byte[]> producer(boolean succeed) {
    return new MockProducer<>(succeed, null, new StringSerializer(), new ByteArraySerializer());
  }
}
