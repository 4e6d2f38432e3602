package io.rivulet.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

class SnapshotPartFormatTest {
  @Test
  void aReportFromBeforeTasksWereNamedIsThatOfTheFirst() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("snapshot-report.v1.hex")) {
      String digits = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      byte[] bytes = HexFormat.of().parseHex(digits.replaceAll("\\s", ""));

      assertThat(new SnapshotPartFormat().read(new DataInputDeserializer(bytes), 1))
          .isEqualTo(
              new TaskReport(
                  Table.USER, 0, 1_000, Map.of("user-events-3", 1L << 40), List.of(0.25, 0.75)));
    }
  }
}
