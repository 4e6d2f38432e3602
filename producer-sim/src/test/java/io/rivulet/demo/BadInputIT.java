package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.DeadLetter;
import io.rivulet.schema.Score;
import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used lands in dead-letters with a reason, and the stream goes on. */
final class BadInputIT {
  private static final int OVERSIZED = 1 << 21;

  @TempDir private Path folder;

  @Test
  void badRecordsAreKeptWithTheirReasonAndTheStreamGoesOn() throws Exception {
    Map<String, byte[]> bad = badRecords();
    List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    List<Score> scores = new CopyOnWriteArrayList<>();
    try (EndToEnd run = EndToEnd.start("video", 1, folder);
        TopicTail<DeadLetter> dead =
            new TopicTail<>(
                run.bootstrapServers(), "dead-letters", DeadLetter.class, letters::add);
        TopicTail<Score> tail =
            new TopicTail<>(run.bootstrapServers(), "scores", Score.class, scores::add)) {
      send(run.bootstrapServers(), bad.values());
      run.await("all bad records are dead letters", () -> letters.size() >= bad.size());
      run.await("the good events are scored", () -> scores.size() >= bad.size());
      dead.check();
      tail.check();
    }
    assertThat(scores).hasSize(bad.size());
    assertThat(letters).hasSize(bad.size());
    int index = 0;
    for (Map.Entry<String, byte[]> expected : bad.entrySet()) {
      DeadLetter letter = letters.get(index);
      assertThat(letter.getReason()).contains(expected.getKey());
      assertThat(letter.getTopic()).isEqualTo("user-events");
      assertThat(letter.getOffset()).isEqualTo(2L * index);
      assertThat(letter.getValueSize())
          .isEqualTo(expected.getValue() == null ? 0 : expected.getValue().length);
      index++;
    }
  }

  /** Records by a part of the reason that a person must read. */
  private static Map<String, byte[]> badRecords() {
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("not an Avro single-object record", "garbage".getBytes(StandardCharsets.UTF_8));
    byte[] unknown = encode(event().build());
    unknown[2] ^= 0x55;
    bad.put("fingerprint", unknown);
    bad.put("has no value", null);
    bad.put("userId is missing", encode(event().setUserId("").build()));
    bad.put("itemId is missing", encode(event().setItemId(" ").build()));
    bad.put("eventId is missing", encode(event().setEventId("").build()));
    bad.put("value is NaN", encode(event().setValue(Double.NaN).build()));
    bad.put("value is Infinity", encode(event().setValue(Double.POSITIVE_INFINITY).build()));
    bad.put(
        "features.position is NaN",
        encode(event().setFeatures(Map.of("position", Double.NaN)).build()));
    bad.put(
        "features.position is -Infinity",
        encode(event().setFeatures(Map.of("position", Double.NEGATIVE_INFINITY)).build()));
    bad.put("action 'teleport' is unknown", encode(event().setAction("teleport").build()));
    bad.put(
        "more than kafka.maxRecordBytes",
        encode(event().setContext(Map.of("page", "x".repeat(OVERSIZED))).build()));
    return bad;
  }

  /** Sends each record, and behind each a good event. */
  private static void send(String bootstrapServers, Iterable<byte[]> bad) throws Exception {
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * OVERSIZED);
    // Random letters do not compress; these do, which lets them through the broker's own limit.
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      int good = 0;
      for (byte[] record : bad) {
        producer.send(new ProducerRecord<>("user-events", "user-1", record)).get();
        UserEvent event = event().setEventId("good-" + good++).build();
        producer.send(new ProducerRecord<>("user-events", "user-1", encode(event))).get();
      }
    }
  }

  private static UserEvent.Builder event() {
    return UserEvent.newBuilder()
        .setEventId("event")
        .setUserId("user-1")
        .setItemId("item-1")
        .setAction("play")
        .setValue(30.0)
        .setEventTime(Instant.EPOCH.plusSeconds(1));
  }

  private static byte[] encode(UserEvent event) {
    return AvroCodec.of(UserEvent.class).encode(event);
  }
}
