package io.rivulet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  private static final Origin ORIGIN = new Origin("user-events", 1, 2);

  @Test
  void aLargeRecordIsCutButItsSizeIsTold() {
    byte[] key = new byte[DeadLetter.KEY_LIMIT + 1];
    byte[] value = new byte[DeadLetter.VALUE_LIMIT + 1];
    Arrays.fill(value, (byte) 7);

    DeadLetter letter = DeadLetter.of(new RawRecord(ORIGIN, key, value), "too large", 5);

    assertThat(letter.key()).hasSize(DeadLetter.KEY_LIMIT);
    assertThat(letter.value()).hasSize(DeadLetter.VALUE_LIMIT).containsOnly(7);
    assertThat(letter.valueSize()).isEqualTo(DeadLetter.VALUE_LIMIT + 1);
  }

  @Test
  void whatIsSmallOrMissingStaysAsItIs() {
    byte[] value = {1, 2, 3};

    assertThat(DeadLetter.of(new RawRecord(ORIGIN, null, value), "bad", 5).value())
        .isEqualTo(value);
    DeadLetter empty = DeadLetter.of(new RawRecord(ORIGIN, null, null), "no value", 5);
    assertThat(empty.key()).isNull();
    assertThat(empty.value()).isNull();
    assertThat(empty.valueSize()).isZero();
  }
}
