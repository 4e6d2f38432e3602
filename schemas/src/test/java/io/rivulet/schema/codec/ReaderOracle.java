package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;

/**
 * Avro's reader as the oracle of one of ours: what both read is the same, and what one refuses the
 * other does.
 */
record ReaderOracle<T>(Schema schema, BinaryMessageDecoder<T> avro, Reader<T> reader) {
  /** Reads one record that ends with the bytes. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ByteCursor cursor) throws LayoutException;
  }

  static final int ROUNDS = 50_000;

  private static final int HEADER_SIZE = 10;

  /** What our reader reads. */
  T read(byte[] bytes) throws LayoutException {
    return reader.read(new ByteCursor(bytes, HEADER_SIZE));
  }

  /** Damages a record in so many ways, compares, and counts those that both refuse. */
  int refusedWhenDamaged(byte[] whole) {
    RecordLayout layout = new RecordLayout(schema);
    Random random = new Random(4711);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = damaged(whole, random);
      T found = found(bytes);
      assertThat(found).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected(bytes, layout));
      refused += found == null ? 1 : 0;
    }
    return refused;
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
  private T found(byte[] bytes) {
    try {
      return read(bytes);
    } catch (LayoutException e) {
      return null;
    }
  }

  /** The same of Avro. */
  private T expected(byte[] bytes, RecordLayout layout) {
    try {
      layout.check(bytes, HEADER_SIZE);
      return avro.decode(bytes);
    } catch (LayoutException | IOException e) {
      return null;
    }
  }
}
