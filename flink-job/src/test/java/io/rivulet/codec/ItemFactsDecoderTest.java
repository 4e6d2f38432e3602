package io.rivulet.codec;

import static io.rivulet.codec.Bytes.raw;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ItemFactsDecoderTest {
  private final ItemFactsDecoder decoder =
      new ItemFactsDecoder(
          1024,
          new TimeLimit(
              Duration.ofHours(1),
              Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC)));

  @Test
  void factsAreTakenOver() throws BadRecordException {
    assertSame(
        decoder.decode(raw(valid().build())),
        new ItemFacts("item-9", Map.of("genre", "Drama"), new float[] {0.5f, -1.25f}, 1_700L));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(item -> item.setItemId(" "), "itemId is missing: found ' '; send an id"),
        wrong(
            item -> item.setItemId("x".repeat(300)),
            "itemId has 300 characters; at most 256 are allowed"),
        wrong(
            item -> item.setUpdateTime(Instant.ofEpochMilli(-5)),
            "updateTime is -5; send milliseconds since 1970-01-01T00:00Z"),
        wrong(
            item -> item.setUpdateTime(Instant.parse("2026-06-02T12:00:00Z")),
            "updateTime is 1780401600000 (2026-06-02T12:00:00Z), but it is 2026-06-01T12:00:00Z"
                + " here, and at most input.futureLimit = 3600000 ms later is allowed; send"
                + " milliseconds since 1970-01-01T00:00Z, and see to the producer's clock"),
        wrong(
            item -> item.setContent(List.of(1f, Float.NaN)),
            "content[1] is NaN; send a finite number, or leave it out"),
        wrong(
            item -> item.setContent(List.of(Float.NEGATIVE_INFINITY)),
            "content[0] is -Infinity; send a finite number, or leave it out"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongFieldIsNamedWithWhatWasFound(Consumer<ItemUpdate.Builder> wrong, String message) {
    ItemUpdate.Builder item = valid();
    wrong.accept(item);

    assertRefused(raw(item.build()), message);
  }

  /** A compacted topic deletes by a record without a value. */
  @Test
  void aRecordWithoutAValueIsRefused() {
    assertRefused(raw((byte[]) null), "the record has no value; send an Avro record");
  }

  @Test
  void anOversizedRecordIsRefused() {
    assertRefused(
        raw(new byte[2000]),
        "the record has 2000 bytes, more than kafka.maxRecordBytes = 1024; send less, or raise the"
            + " limit");
  }

  @Test
  void aRecordOfAnotherTopicIsRefused() {
    RawRecord event =
        raw(
            UserEvent.newBuilder()
                .setEventId("e")
                .setUserId("u")
                .setItemId("i")
                .setAction("rate")
                .setEventTime(Instant.EPOCH)
                .build());

    assertThatThrownBy(() -> decoder.decode(event))
        .isInstanceOf(BadRecordException.class)
        .hasMessageContaining("known are ItemUpdate");
  }

  private void assertRefused(RawRecord raw, String message) {
    assertThatThrownBy(() -> decoder.decode(raw))
        .isInstanceOf(BadRecordException.class)
        .hasMessage(message);
  }

  private static Arguments wrong(Consumer<ItemUpdate.Builder> change, String message) {
    return Arguments.of(change, message);
  }

  private static ItemUpdate.Builder valid() {
    return ItemUpdate.newBuilder()
        .setItemId("item-9")
        .setAttributes(Map.of("genre", "Drama"))
        .setContent(List.of(0.5f, -1.25f))
        .setUpdateTime(Instant.ofEpochMilli(1_700));
  }
}
