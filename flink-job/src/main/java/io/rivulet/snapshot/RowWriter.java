package io.rivulet.snapshot;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.codec.AvroCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes rows as records of the topic, a long one in parts. Not thread-safe. */
public final class RowWriter {
  private final AvroCodec<SnapshotRecord> codec = AvroCodec.of(SnapshotRecord.class);
  private final Map<Table, ParameterLayout> layouts = new EnumMap<>(Table.class);
  private final Map<Table, RowCoder> coders = new EnumMap<>(Table.class);
  private final String arm;
  private final Encoding encoding;
  private final boolean slots;
  private final int partBytes;

  /**
   * A writer for the rows of a model.
   *
   * @param encoding that of users' and items' rows; dense parameters are always fp32
   * @param slots whether optimiser slots are written
   * @param partBytes most bytes of numbers in one record, at least 1
   */
  public RowWriter(String arm, LearnerSpec spec, Encoding encoding, boolean slots, int partBytes) {
    this.arm = arm;
    this.encoding = encoding;
    this.slots = slots;
    this.partBytes = partBytes;
    ParameterLayout rows = Layouts.rows(spec);
    layouts.put(Table.USER, rows);
    layouts.put(Table.ITEM, rows);
    layouts.put(Table.DENSE, Layouts.dense(spec));
    layouts.forEach(
        (table, layout) -> coders.put(table, new RowCoder(layout, encoding(table), slots)));
  }

  /** Writes a row of a version, or that it was dropped if {@code row} is null. */
  public void write(Table table, String id, Row row, long version, Consumer<SnapshotEntry> target) {
    RowCoder coder = coders.get(table);
    int parts = Math.max(1, (coder.bytes() + partBytes - 1) / partBytes);
    byte[] numbers = row == null ? null : coder.encode(row.values());
    for (int part = 0; part < parts; part++) {
      byte[] key = SnapshotKey.ofRow(table, id, part).bytes();
      byte[] value = row == null ? null : record(table, id, row, numbers, part, parts, version);
      target.accept(new SnapshotEntry(key, value));
    }
  }

  private byte[] record(
      Table table, String id, Row row, byte[] numbers, int part, int parts, long version) {
    int from = part * partBytes;
    int length = Math.min(partBytes, numbers.length - from);
    return codec.encode(
        SnapshotRecord.newBuilder()
            .setTable(table.label())
            .setId(id)
            .setArm(arm)
            .setModelVersion(version)
            .setLayoutVersion(layouts.get(table).version())
            .setCount(row.count())
            .setValues(ByteBuffer.wrap(numbers, from, length))
            .setLastSeen(Instant.ofEpochMilli(row.lastSeen()))
            .setEncoding(encoding(table).label())
            .setSlots(slots)
            .setPart(part)
            .setParts(parts)
            .build());
  }

  private Encoding encoding(Table table) {
    return table == Table.DENSE ? Encoding.FP32 : encoding;
  }
}
