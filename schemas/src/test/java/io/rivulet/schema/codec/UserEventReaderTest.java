package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

/** Avro's reader is the oracle: what both read is the same, and what one refuses the other does. */
final class UserEventReaderTest {
  private static final int HEADER_SIZE = 10;
  private static final int ROUNDS = 50_000;

  private final AvroCodec<UserEvent> codec = AvroCodec.of(UserEvent.class);
  private final UserEventReader reader = new UserEventReader();
  private final RecordLayout layout = new RecordLayout(UserEvent.getClassSchema());
  private final BinaryMessageDecoder<UserEvent> avro = UserEvent.getDecoder();

  private final UserEvent full =
      new UserEvent(
          "e-1",
          "request",
          "üser",
          "item",
          "play",
          12.5,
          0.5f,
          Instant.ofEpochMilli(-1),
          Map.of("device", "phöne", "hour", "7"),
          Map.of("price", -1e300, "", Double.NaN));

  private final UserEvent bare =
      new UserEvent("e", null, "u", "i", "a", null, 1f, Instant.EPOCH, Map.of(), Map.of());

  @Test
  void whatWasWrittenIsRead() throws LayoutException {
    assertThat(read(codec.encode(full))).isEqualTo(full);
    assertThat(read(codec.encode(bare))).isEqualTo(bare);
  }

  @Test
  void factsOfTheSameNameAndValueAreTheSameObjects() throws LayoutException {
    UserEvent first = read(codec.encode(full));
    UserEvent second = read(codec.encode(full));

    assertThat(second.getAction()).isSameAs(first.getAction());
    assertThat(second.getContext().get("hour")).isSameAs(first.getContext().get("hour"));
    assertThat(second.getUserId()).as("there may be any number").isNotSameAs(first.getUserId());
  }

  @Test
  void mapsMayComeInBlocksThatHaveASize() throws Exception {
    byte[] whole = codec.encode(bare);
    byte[] fields = Arrays.copyOf(whole, whole.length - 2);
    String blocks = "01" + "08" + "0261" + "0262" + "02" + "0261" + "0263" + "00" + "00";
    byte[] bytes = HexFormat.of().parseHex(HexFormat.of().formatHex(fields) + blocks);

    assertThat(read(bytes)).isEqualTo(avro.decode(bytes));
    assertThat(read(bytes).getContext()).containsExactly(Map.entry("a", "c"));
  }

  @Test
  void damageIsSeenAsAvroSeesIt() {
    Random random = new Random(4711);
    byte[] whole = codec.encode(full);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = damaged(whole, random);
      UserEvent expected = expected(bytes);
      UserEvent found;
      try {
        found = read(bytes);
      } catch (LayoutException e) {
        found = null;
        refused++;
      }
      assertThat(found).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
    }
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 1);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int flips = random.nextInt(3); flips >= 0; flips--) {
      int at = HEADER_SIZE + random.nextInt(bytes.length - HEADER_SIZE);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Null if the bytes are refused. */
  private UserEvent expected(byte[] bytes) {
    try {
      layout.check(bytes, HEADER_SIZE);
      return avro.decode(bytes);
    } catch (LayoutException | IOException e) {
      return null;
    }
  }

  private UserEvent read(byte[] bytes) throws LayoutException {
    return reader.read(new ByteCursor(bytes, HEADER_SIZE));
  }
}
