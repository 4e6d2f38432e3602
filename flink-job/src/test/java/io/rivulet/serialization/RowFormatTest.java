package io.rivulet.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RowFormatTest {
  @Test
  void numbersAreLittleEndianBehindCountTimeAndLength() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);

    new RowFormat().write(new Row(2, 258, new float[] {1, -2}), out);

    assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer()))
        .isEqualTo(
            "0000000000000002" // count
                + "0000000000000102" // last seen
                + "00000002" // length
                + "0000803f" // 1
                + "000000c0"); // -2
  }
}
