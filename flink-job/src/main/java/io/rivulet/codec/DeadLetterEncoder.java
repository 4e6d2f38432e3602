package io.rivulet.codec;

import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Encoder;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Writes dead-letters. */
public final class DeadLetterEncoder implements Encoder<DeadLetter> {
  private static final long serialVersionUID = 1L;

  private final AvroWriter<io.rivulet.schema.DeadLetter> writer =
      new AvroWriter<>(io.rivulet.schema.DeadLetter.class);

  @Override
  public byte[] key(DeadLetter letter) {
    return letter.key();
  }

  @Override
  public byte[] value(DeadLetter letter) {
    return writer.write(
        new io.rivulet.schema.DeadLetter(
            letter.origin().topic(),
            letter.origin().partition(),
            letter.origin().offset(),
            letter.reason(),
            buffer(letter.key()),
            buffer(letter.value()),
            letter.valueSize(),
            Instant.ofEpochMilli(letter.failedAt())));
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }
}
