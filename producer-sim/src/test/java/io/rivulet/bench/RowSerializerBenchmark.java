package io.rivulet.bench;

import io.rivulet.domain.Row;
import io.rivulet.serialization.RecordType;
import io.rivulet.serialization.RowFormat;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One row on its way to RocksDB and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RowSerializerBenchmark {
  private final TypeSerializer<Row> serializer = new RecordType<>(new RowFormat()).serializer();
  private final DataOutputSerializer out = new DataOutputSerializer(1 << 12);
  private final DataInputDeserializer in = new DataInputDeserializer();
  private Row row;
  private byte[] bytes;

  /** Makes a row, and writes it once. */
  @Setup
  public void open() throws IOException {
    row = BenchRows.row("user-1");
    serializer.serialize(row, out);
    bytes = out.getCopyOfBuffer();
  }

  /** Writes it. */
  @Benchmark
  public int write() throws IOException {
    out.clear();
    serializer.serialize(row, out);
    return out.length();
  }

  /** Reads it. */
  @Benchmark
  public Row read() throws IOException {
    in.setBuffer(bytes);
    return serializer.deserialize(in);
  }
}
