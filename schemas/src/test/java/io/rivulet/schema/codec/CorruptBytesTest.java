package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, the codec gives a record or says what is wrong: nothing else escapes. */
final class CorruptBytesTest {

  private static final int ROUNDS = 20_000;
  private static final String LONG_MAX = "feffffffffffffffff01";
  private static final String INT_MAX = "feffffff0f";

  private final AvroCodec<UserEvent> events = AvroCodec.of(UserEvent.class);
  private final AvroCodec<ItemUpdate> items = AvroCodec.of(ItemUpdate.class);

  static List<SpecificRecord> records() {
    return TopicRecords.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void damageGivesARecordOrARefusal(SpecificRecord record) {
    assertOnlyRefusals(record);
  }

  private static <T extends SpecificRecord> void assertOnlyRefusals(T record) {
    @SuppressWarnings("unchecked") // a record's class is the class of the records of its codec
    AvroCodec<T> codec = AvroCodec.of((Class<T>) record.getClass());
    byte[] whole = codec.encode(record);
    Random random = new Random(4711);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try {
        T decoded = codec.decode(damaged(whole, random));
        assertThat(codec.decode(codec.encode(decoded)).getSchema()).isEqualTo(record.getSchema());
      } catch (CodecException e) {
        assertThat(e).hasMessageNotContainingAny("null", "Exception");
        refused++;
      }
    }
    assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int header = random.nextInt(10) == 0 ? 0 : 10;
    for (int flips = random.nextInt(4); flips >= 0; flips--) {
      int at = header + random.nextInt(bytes.length - header);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(8));
      default -> bytes;
    };
  }

  @Test
  void aLengthIsNotBelievedBeforeItsBytesAreThere() {
    for (String length : List.of(INT_MAX, LONG_MAX)) {
      assertThatThrownBy(() -> events.decode(bytes(emptyEvent(), 0, length)))
          .isInstanceOf(CodecException.class)
          .hasMessageContaining("v1 record")
          .hasMessageContaining("eventId: text of")
          .hasMessageContaining("bytes are left");
    }
  }

  @Test
  void aCountIsNotBelievedBeforeItsEntriesAreThere() {
    byte[] empty = items.encode(emptyItem());
    for (String count : List.of(INT_MAX, LONG_MAX, "ffffffffffffffffff01" + "00")) {
      assertThatThrownBy(() -> items.decode(bytes(empty, 1, count)))
          .isInstanceOf(CodecException.class)
          .hasMessageContaining("attributes: ")
          .hasMessageContaining("entries");
      assertThatThrownBy(() -> items.decode(bytes(empty, 2, count)))
          .isInstanceOf(CodecException.class)
          .hasMessageContaining("content: ")
          .hasMessageContaining("entries");
    }
  }

  @Test
  void anEndlessNumberIsRefused() {
    assertThatThrownBy(() -> events.decode(bytes(emptyEvent(), 0, "ff".repeat(11))))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("has more than 10 bytes");
  }

  @Test
  void aTextThatIsNotUtf8IsRefused() {
    assertThatThrownBy(() -> events.decode(bytes(emptyEvent(), 0, "02ff")))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("eventId: text at byte 11 is not UTF-8");
  }

  /** All its texts are empty, so that the header is followed by one zero byte a field. */
  private byte[] emptyEvent() {
    return events.encode(
        UserEvent.newBuilder()
            .setEventId("")
            .setUserId("")
            .setItemId("")
            .setAction("")
            .setEventTime(Instant.EPOCH)
            .build());
  }

  private static ItemUpdate emptyItem() {
    return ItemUpdate.newBuilder().setItemId("").setUpdateTime(Instant.EPOCH).build();
  }

  private static byte[] bytes(byte[] record, int field, String replacement) {
    HexFormat hex = HexFormat.of();
    int at = 10 + field;
    return hex.parseHex(
        hex.formatHex(record, 0, at) + replacement + hex.formatHex(record, at + 1, record.length));
  }
}
