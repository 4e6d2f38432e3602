package io.rivulet.codec;

import static io.rivulet.codec.Bytes.ORIGIN;
import static io.rivulet.codec.Bytes.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.Event;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventDecoderTest {
  private static final int LIMIT = 1024;

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final TimeLimit TIMES =
      new TimeLimit(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC));

  private final EventDecoder decoder = new EventDecoder(Set.of("rate", "click"), LIMIT, TIMES);

  @Test
  void aValidEventIsTakenOverWithItsOrigin() throws BadRecordException {
    assertThat(decoder.decode(raw(valid().build())))
        .isEqualTo(
            new Event(
                "event-1",
                "request-1",
                "user-7",
                "item-\u00e4",
                "rate",
                4.5,
                0.5f,
                1_700_000_000_000L,
                Map.of("device", "phone"),
                Map.of("dwell", 12.25),
                ORIGIN));
  }

  @Test
  void whatMayBeMissingMayBeMissing() throws BadRecordException {
    Event event =
        decoder.decode(
            raw(
                valid()
                    .setRequestId(null)
                    .setValue(null)
                    .setWeight(0)
                    .setContext(Map.of())
                    .setFeatures(Map.of())
                    .setEventTime(Instant.EPOCH)
                    .build()));

    assertThat(event.requestId()).isNull();
    assertThat(event.value()).isNaN();
    assertThat(event.weight()).isZero();
    assertThat(event.eventTime()).isZero();
  }

  @Test
  void aProducersClockMayBeAheadByTheLimit() throws BadRecordException {
    Instant latest = NOW.plus(TIMES.limit());

    assertThat(decoder.decode(raw(valid().setEventTime(latest).build())).eventTime())
        .isEqualTo(latest.toEpochMilli());
  }

  @Test
  void anIdMayHave256Characters() throws BadRecordException {
    String id = "x".repeat(256);

    assertThat(decoder.decode(raw(valid().setUserId(id).build())).userId()).isEqualTo(id);
  }

  @Test
  void travelsToTheTasks() throws IOException, ClassNotFoundException, BadRecordException {
    RawRecord raw = raw(valid().build());
    decoder.decode(raw);

    assertThat(InstantiationUtil.clone(decoder).decode(raw)).isEqualTo(decoder.decode(raw));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(event -> event.setEventId(""), "eventId is missing: found ''; send an id"),
        wrong(event -> event.setUserId(" \t"), "userId is missing: found ' \t'; send an id"),
        wrong(event -> event.setItemId(""), "itemId is missing: found ''; send an id"),
        wrong(
            event -> event.setItemId("x".repeat(257)),
            "itemId has 257 characters; at most 256 are allowed"),
        wrong(
            event -> event.setEventTime(Instant.ofEpochMilli(-1)),
            "eventTime is -1; send milliseconds since 1970-01-01T00:00Z"),
        wrong(
            event -> event.setEventTime(NOW.plusMillis(3_600_001)),
            "eventTime is 1780318800001 (2026-06-01T13:00:00.001Z), but it is 2026-06-01T12:00:00Z"
                + " here, and at most input.futureLimit = 3600000 ms later is allowed; send"
                + " milliseconds since 1970-01-01T00:00Z, and see to the producer's clock"),
        wrong(
            event -> event.setAction("share"),
            "action 'share' is unknown; known are [click, rate] (from learner.tasks and"
                + " input.otherActions)"),
        wrong(
            event -> event.setValue(Double.NaN),
            "value is NaN; send a finite number, or leave it out"),
        wrong(
            event -> event.setValue(Double.POSITIVE_INFINITY),
            "value is Infinity; send a finite number, or leave it out"),
        wrong(
            event -> event.setWeight(Float.NaN),
            "weight is NaN; send a finite number, or leave it out"),
        wrong(
            event -> event.setWeight(Float.NEGATIVE_INFINITY),
            "weight is -Infinity; send a finite number, or leave it out"),
        wrong(event -> event.setWeight(-0.5f), "weight is -0.5; send a number of at least 0"),
        wrong(
            event -> event.setFeatures(Map.of("dwell", Double.NaN)),
            "features.dwell is NaN; send a finite number, or leave it out"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongFieldIsNamedWithWhatWasFound(Consumer<UserEvent.Builder> wrong, String message) {
    UserEvent.Builder event = valid();
    wrong.accept(event);

    assertRefused(raw(event.build()), message);
  }

  @Test
  void aRecordWithoutAValueIsRefused() {
    assertRefused(raw((byte[]) null), "the record has no value; send an Avro record");
  }

  @Test
  void anOversizedRecordIsRefusedUnread() {
    assertRefused(
        raw(new byte[LIMIT + 1]),
        "the record has 1025 bytes, more than kafka.maxRecordBytes = 1024; send less, or raise the"
            + " limit");
  }

  @Test
  void garbageIsRefused() {
    assertThatThrownBy(() -> decoder.decode(raw(new byte[] {1, 2, 3})))
        .isInstanceOf(BadRecordException.class)
        .hasMessageStartingWith("not an Avro single-object record (3 bytes, first bytes 0x010203;");
  }

  @Test
  void anUnknownFingerprintIsNamed() {
    byte[] bytes = raw(valid().build()).value();
    bytes[2]++;

    assertThatThrownBy(() -> decoder.decode(raw(bytes)))
        .isInstanceOf(BadRecordException.class)
        .hasMessageStartingWith("unknown schema fingerprint 0x")
        .hasMessageContaining("known are UserEvent");
  }

  @Test
  void aCutRecordIsRefused() {
    byte[] bytes = raw(valid().build()).value();

    assertThatThrownBy(() -> decoder.decode(raw(Arrays.copyOf(bytes, bytes.length - 1))))
        .isInstanceOf(BadRecordException.class)
        .hasMessageStartingWith("truncated or corrupt UserEvent");
  }

  private void assertRefused(RawRecord raw, String message) {
    assertThatThrownBy(() -> decoder.decode(raw))
        .isInstanceOf(BadRecordException.class)
        .hasMessage(message);
  }

  private static Arguments wrong(Consumer<UserEvent.Builder> change, String message) {
    return Arguments.of(change, message);
  }

  private static UserEvent.Builder valid() {
    return UserEvent.newBuilder()
        .setEventId("event-1")
        .setRequestId("request-1")
        .setUserId("user-7")
        .setItemId("item-\u00e4")
        .setAction("rate")
        .setValue(4.5)
        .setWeight(0.5f)
        .setEventTime(Instant.ofEpochMilli(1_700_000_000_000L))
        .setContext(Map.of("device", "phone"))
        .setFeatures(Map.of("dwell", 12.25));
  }
}
