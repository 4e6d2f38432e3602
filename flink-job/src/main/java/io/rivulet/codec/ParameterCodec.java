package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.Decoder;
import io.rivulet.domain.Encoder;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;

/** Writes and reads the parameters topic. A row that was dropped is a record without a value. */
public final class ParameterCodec implements Encoder<ParameterValue>, Decoder<ParameterValue> {
  private static final long serialVersionUID = 1L;

  private final LearnerSpec spec;
  private final AvroReader<io.rivulet.schema.ParameterValue> reader;

  private transient FieldWriter writer;

  /** Made when first needed: to lay out a model takes longer than to write a row. */
  private transient Map<Table, ParameterLayout> layouts;

  /** A codec for the parameters of the given model; others are refused. */
  public ParameterCodec(LearnerSpec spec) {
    this.spec = spec;
    this.reader = new AvroReader<>(io.rivulet.schema.ParameterValue.class, Integer.MAX_VALUE);
  }

  @Override
  public byte[] key(ParameterValue value) {
    return (value.table().label() + ":" + value.id()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(ParameterValue value) {
    if (value.row() == null) {
      return null;
    }
    if (writer == null) {
      writer = FieldWriter.of(io.rivulet.schema.ParameterValue.class);
    }
    return writer.write(out -> write(value, value.row(), out));
  }

  private void write(ParameterValue value, PackedRow row, BinaryEncoder out) throws IOException {
    out.writeString(value.table().label());
    out.writeString(value.id());
    out.writeLong(value.round());
    out.writeInt(layout(value.table()).version());
    out.writeLong(row.count());
    out.writeLong(row.lastSeen());
    out.writeBytes(row.values());
  }

  @Override
  public ParameterValue decode(RawRecord raw) throws BadRecordException {
    if (raw.value() == null) {
      return dropped(raw.key());
    }
    io.rivulet.schema.ParameterValue read = reader.read(raw);
    Table table = table(read.getTable());
    ParameterLayout layout = layout(table);
    ByteBuffer bytes = read.getValues();
    if (read.getLayoutVersion() != layout.version()
        || bytes.remaining() != layout.length() * Float.BYTES) {
      throw new BadRecordException(
          "the value of "
              + read.getTable()
              + ":"
              + read.getId()
              + " has layout version "
              + read.getLayoutVersion()
              + " and "
              + bytes.remaining() / Float.BYTES
              + " numbers, this model has version "
              + layout.version()
              + " and "
              + layout.length()
              + "; it was written by another model: give each model a parameters topic of its own");
    }
    byte[] numbers = new byte[bytes.remaining()];
    bytes.get(numbers);
    return new ParameterValue(
        table,
        read.getId(),
        read.getRound(),
        new PackedRow(read.getCount(), read.getLastSeen().toEpochMilli(), numbers));
  }

  private static ParameterValue dropped(byte[] key) throws BadRecordException {
    String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    String items = Table.ITEM.label() + ":";
    if (!text.startsWith(items)) {
      throw new BadRecordException(
          "a record without a value has the key '"
              + text
              + "'; only items are dropped: "
              + items
              + "…");
    }
    return new ParameterValue(Table.ITEM, text.substring(items.length()), Long.MIN_VALUE, null);
  }

  private static Table table(String label) throws BadRecordException {
    try {
      return Table.ofLabel(label);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException(e.getMessage());
    }
  }

  private ParameterLayout layout(Table table) {
    if (layouts == null) {
      layouts = new EnumMap<>(Table.class);
    }
    return layouts.computeIfAbsent(
        table, of -> of == Table.DENSE ? Layouts.dense(spec) : Layouts.rows(spec));
  }
}
