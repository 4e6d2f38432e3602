package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuPartTest {
  @Test
  void aThreadCountsForTheFirstOperatorOfItsChain() {
    CpuAccount used =
        new CpuAccount(
            Map.of(
                "Source Data Fetcher for Source: event-source -> decode-events (1/2)#0", 1L,
                "Source: event-source -> decode-events -> sequence-events (1/2)#0", 2L,
                "Source: parameter-source -> decode-parameters (1/1)#0", 4L,
                "attach-item (2/2)#0", 8L,
                "learn -> (score-sink: Writer, dead-letter-sink: Writer) (1/2)#0", 16L,
                "item-owner -> parameter-sink: Writer (1/2)#0", 32L,
                "snapshot-publisher -> snapshot-sink: Writer (1/1)#0", 64L,
                "kafka-producer-network-thread | rivulet-score-sink", 128L,
                "kafka-producer-network-thread | rivulet-parameter-sink", 256L,
                "OutputFlusher for learn -> score-sink: Writer (1/2)#0", 512L),
            Map.of(),
            1_023,
            1_000);

    assertThat(CpuPart.divide(used))
        .containsEntry(CpuPart.SOURCE, 3L)
        .containsEntry(CpuPart.LOOP, 260L)
        .containsEntry(CpuPart.ATTACH, 8L)
        .containsEntry(CpuPart.LEARN, 16L)
        .containsEntry(CpuPart.OWNERS, 32L)
        .containsEntry(CpuPart.SNAPSHOTS, 64L)
        .containsEntry(CpuPart.SINKS, 128L)
        .containsEntry(CpuPart.FLUSH, 512L)
        .containsEntry(CpuPart.BROKER, 1_000L)
        .containsEntry(CpuPart.OTHER, 0L);
  }

  @Test
  void whatIsInNoThreadIsOther() {
    CpuAccount used =
        new CpuAccount(
            Map.of("main", 1L),
            Map.of("C2 CompilerThre", 2L, "rocksdb:low", 4L, "GC Thread#0", 8L, "java", 1L),
            100,
            0);

    assertThat(CpuPart.divide(used))
        .containsEntry(CpuPart.COMPILER, 2L)
        .containsEntry(CpuPart.ROCKSDB, 4L)
        .containsEntry(CpuPart.GARBAGE_COLLECTOR, 8L)
        .containsEntry(CpuPart.OTHER, 86L);
  }
}
