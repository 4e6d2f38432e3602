package io.rivulet.operator;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Decoder;
import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeTest {
  private final Recorder<Long> out = new Recorder<>(LongSerializer.INSTANCE);
  private OneInputStreamOperatorTestHarness<RawRecord, Long> harness;

  /** Decodes whole numbers. */
  private static final class NumberDecoder implements Decoder<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long decode(RawRecord raw) throws BadRecordException {
      String text = new String(raw.value(), StandardCharsets.UTF_8);
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw new BadRecordException("'" + text + "' is no number");
      }
    }
  }

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new Decode<>(new NumberDecoder())));
    harness.setOutputCreator(serializer -> out);
    harness.setProcessingTime(1_234);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void whatCanBeDecodedGoesOn() throws Exception {
    process(1, "17");

    assertThat(out.all()).containsExactly(17L);
  }

  @Test
  void whatCannotGoesToDeadLettersWithReasonOriginAndBytes() throws Exception {
    RawRecord bad = process(5, "seventeen");
    process(6, "18");

    assertThat(out.of(Long.class)).containsExactly(18L);
    assertSame(
        out.of(DeadLetter.class).get(0),
        new DeadLetter(
            new Origin("numbers", 2, 5), "'seventeen' is no number", null, bad.value(), 9, 1_234));
  }

  private RawRecord process(long offset, String value) throws Exception {
    RawRecord raw =
        new RawRecord(
            new Origin("numbers", 2, offset), null, value.getBytes(StandardCharsets.UTF_8));
    harness.processElement(raw, 0);
    return raw;
  }
}
