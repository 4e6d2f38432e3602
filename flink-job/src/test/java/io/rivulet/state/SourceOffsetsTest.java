package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Origin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceOffsetsTest {
  @Test
  void theFurthestOfEachPartitionCounts() {
    SourceOffsets offsets = new SourceOffsets();
    assertThat(offsets.next()).isEmpty();
    offsets.add(new Origin("a", 2, 7));
    offsets.add(new Origin("a", 2, 5));
    offsets.add(new Origin("a", 0, 0));
    offsets.add(new Origin("b", 1, 9));

    assertThat(offsets.next()).isEqualTo(Map.of("a-0", 1L, "a-2", 8L, "b-1", 10L));
  }
}
