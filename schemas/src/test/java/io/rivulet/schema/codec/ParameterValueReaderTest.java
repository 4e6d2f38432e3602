package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.ParameterValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

/** Avro's reader is the oracle: what both read is the same, and what one refuses the other does. */
final class ParameterValueReaderTest {
  private static final int HEADER_SIZE = 10;
  private static final int ROUNDS = 50_000;

  private final AvroCodec<ParameterValue> codec = AvroCodec.of(ParameterValue.class);
  private final RecordLayout layout = new RecordLayout(ParameterValue.getClassSchema());
  private final BinaryMessageDecoder<ParameterValue> avro = ParameterValue.getDecoder();

  private final ParameterValue value =
      new ParameterValue(
          "item",
          "ïtem-1",
          1_700_000_000_200L,
          3,
          Long.MAX_VALUE,
          Instant.ofEpochMilli(-1),
          ByteBuffer.wrap(new byte[] {0, 1, -1, 127, -128}));

  @Test
  void whatWasWrittenIsRead() throws LayoutException {
    assertThat(read(codec.encode(value))).isEqualTo(value);
  }

  @Test
  void theValueDoesNotReferToTheBytes() throws LayoutException {
    byte[] bytes = codec.encode(value);
    ParameterValue read = read(bytes);
    Arrays.fill(bytes, (byte) 0);

    assertThat(read).isEqualTo(value);
  }

  @Test
  void damageIsSeenAsAvroSeesIt() {
    Random random = new Random(4711);
    byte[] whole = codec.encode(value);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = damaged(whole, random);
      ParameterValue found;
      try {
        found = read(bytes);
      } catch (LayoutException e) {
        found = null;
        refused++;
      }
      assertThat(found).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected(bytes));
    }
    assertThat(refused).isBetween(ROUNDS / 8, ROUNDS - 1);
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
  private ParameterValue expected(byte[] bytes) {
    try {
      layout.check(bytes, HEADER_SIZE);
      return avro.decode(bytes);
    } catch (LayoutException | IOException e) {
      return null;
    }
  }

  private static ParameterValue read(byte[] bytes) throws LayoutException {
    return ParameterValueReader.read(new ByteCursor(bytes, HEADER_SIZE));
  }
}
