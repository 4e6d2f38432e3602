package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.UserEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

final class UserEventReaderTest {
  private final AvroCodec<UserEvent> codec = AvroCodec.of(UserEvent.class);
  private final BinaryMessageDecoder<UserEvent> avro = UserEvent.getDecoder();
  private final ReaderOracle<UserEvent> oracle =
      new ReaderOracle<>(UserEvent.getClassSchema(), avro, new UserEventReader()::read);

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
    assertThat(oracle.read(codec.encode(full))).isEqualTo(full);
    assertThat(oracle.read(codec.encode(bare))).isEqualTo(bare);
  }

  @Test
  void factsOfTheSameNameAndValueAreTheSameObjects() throws LayoutException {
    UserEvent first = oracle.read(codec.encode(full));
    UserEvent second = oracle.read(codec.encode(full));

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

    assertThat(oracle.read(bytes)).isEqualTo(avro.decode(bytes));
    assertThat(oracle.read(bytes).getContext()).containsExactly(Map.entry("a", "c"));
  }

  @Test
  void damageIsSeenAsAvroSeesIt() {
    assertThat(oracle.refusedWhenDamaged(codec.encode(full)))
        .isBetween(ReaderOracle.ROUNDS / 4, ReaderOracle.ROUNDS - 1);
  }
}
