package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.ParameterValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ParameterValueReaderTest {
  private final AvroCodec<ParameterValue> codec = AvroCodec.of(ParameterValue.class);
  private final ReaderOracle<ParameterValue> oracle =
      new ReaderOracle<>(
          ParameterValue.getClassSchema(), ParameterValue.getDecoder(), ParameterValueReader::read);

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
    assertThat(oracle.read(codec.encode(value))).isEqualTo(value);
  }

  @Test
  void theValueDoesNotReferToTheBytes() throws LayoutException {
    byte[] bytes = codec.encode(value);
    ParameterValue read = oracle.read(bytes);
    Arrays.fill(bytes, (byte) 0);

    assertThat(read).isEqualTo(value);
  }

  @Test
  void damageIsSeenAsAvroSeesIt() {
    assertThat(oracle.refusedWhenDamaged(codec.encode(value)))
        .isBetween(ReaderOracle.ROUNDS / 8, ReaderOracle.ROUNDS - 1);
  }
}
