package io.rivulet.bench;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.FileUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One row read out of RocksDB and written back, through Flink's keyed state. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class StateAccessBenchmark {
  private static final int STRIDE = 7_919;

  /** Number of rows. */
  @Param({"10000", "100000"})
  public int rows;

  private KeyedOneInputStreamOperatorTestHarness<String, String, Long> harness;
  private String[] ids;
  private int next;

  /** Opens RocksDB, and writes each row once. */
  @Setup
  public void open() throws Exception {
    ids = BenchRows.ids(rows);
    RowInState function = new RowInState(BenchRows.row("user-1").values());
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(function), id -> id, Types.STRING);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.open();
    for (String id : ids) {
      harness.processElement(new StreamRecord<>(id));
    }
  }

  /** Removes what RocksDB wrote. */
  @TearDown
  public void close() throws Exception {
    File working = harness.getEnvironment().getTaskManagerInfo().getTmpWorkingDirectory();
    harness.close();
    FileUtils.deleteDirectory(working);
  }

  /** One row; each time another one, not in their order. */
  @Benchmark
  public void readAndWrite() throws Exception {
    next = (next + STRIDE) % ids.length;
    harness.processElement(new StreamRecord<>(ids[next]));
  }
}
