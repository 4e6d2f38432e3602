package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.schema.Score;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.UserEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AvroCodecTest {

  private static final int HEADER_SIZE = 10;

  private final AvroCodec<UserEvent> codec = AvroCodec.of(UserEvent.class);

  static List<SpecificRecord> records() {
    return TopicRecords.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordSurvivesTheRoundTrip(SpecificRecord record) throws CodecException {
    assertRoundTrip(record);
  }

  private static <T extends SpecificRecord> void assertRoundTrip(T record) throws CodecException {
    @SuppressWarnings("unchecked") // a record's class is the class of the records of its codec
    AvroCodec<T> own = AvroCodec.of((Class<T>) record.getClass());
    byte[] bytes = own.encode(record);
    T decoded = own.decode(bytes);
    assertThat(decoded).isEqualTo(record).isNotSameAs(record);
    assertThat(own.encode(decoded)).isEqualTo(bytes);
  }

  @Test
  void absentAndEmptyValuesSurviveTheRoundTrip() throws CodecException {
    assertRoundTrip(
        UserEvent.newBuilder()
            .setEventId("")
            .setUserId("u")
            .setItemId("i")
            .setAction("click")
            .setWeight(Float.NaN)
            .setEventTime(Instant.ofEpochMilli(Long.MIN_VALUE))
            .build());
  }

  @Test
  void aRecordDoesNotChangeWithTheBytesItCameFrom() throws CodecException {
    byte[] bytes = codec.encode(TopicRecords.userEvent());
    UserEvent decoded = codec.decode(bytes);
    Arrays.fill(bytes, (byte) 0);
    codec.encode(UserEvent.newBuilder(decoded).setEventId("another").build());
    assertThat(decoded).isEqualTo(TopicRecords.userEvent());
  }

  @Test
  void onlyRecordsOfTopicsHaveACodec() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AvroCodec.of(TaskScore.class))
        .withMessageContaining("TaskScore is not the record of a topic");
  }

  @Test
  void aMissingValueIsNamed() {
    UserEvent noUser =
        new UserEvent("e", null, null, "i", "click", null, 1f, Instant.EPOCH, Map.of(), Map.of());
    assertThatNullPointerException()
        .isThrownBy(() -> codec.encode(noUser))
        .withMessageContaining("userId");
  }

  @Test
  void bytesOfAnotherKindAreRefused() {
    assertRefused("{\"eventId\":1}".getBytes(StandardCharsets.UTF_8))
        .hasMessageContaining("not an Avro single-object record")
        .hasMessageContaining("first bytes 0x7b226576656e74496422;");
    assertRefused(new byte[0]).hasMessageContaining("0 bytes, first bytes 0x;");
    assertRefused(new byte[] {(byte) 0xC3, 1, 2}).hasMessageContaining("first bytes 0xc30102;");
  }

  @Test
  void theRecordOfAnotherTopicIsRefused() {
    byte[] score = AvroCodec.of(Score.class).encode(TopicRecords.score());
    assertRefused(score)
        .hasMessageContaining("unknown schema fingerprint 0x")
        .hasMessageContaining("known are UserEvent v1 (0x")
        .hasMessageContaining("schemas/src/main/resources/io/rivulet/schema/versions/UserEvent");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = codec.encode(TopicRecords.userEvent());
    for (int length = HEADER_SIZE; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length))
          .hasMessageContaining("truncated or corrupt UserEvent v1 record of " + length + " bytes");
    }
  }

  @Test
  void bytesAfterTheRecordAreRefused() {
    byte[] whole = codec.encode(TopicRecords.userEvent());
    assertRefused(Arrays.copyOf(whole, whole.length + 2))
        .hasMessageContaining("2 bytes are left over after the record's end");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) {
    return assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(CodecException.class);
  }
}
