package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTest {
  private static final LearnerSpec SPEC =
      Specs.learner(List.of(Specs.binary("like", 4)), List.of());
  private final List<SnapshotEntry> entries = new ArrayList<>();

  @Test
  void writesAllThatIsKnownOfARow() throws CodecException {
    Row row = new Row(5, 1_000, Layouts.rows(SPEC).initial("user", "u"));
    writer(Integer.MAX_VALUE).write(Table.USER, "u", row, 42, entries::add);

    SnapshotRecord record = decode(entries.get(0));
    assertThat(entries).hasSize(1);
    assertThat(new String(entries.get(0).key(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("user:u");
    assertThat(record.getTable()).isEqualTo("user");
    assertThat(record.getId()).isEqualTo("u");
    assertThat(record.getArm()).isEqualTo("champion");
    assertThat(record.getModelVersion()).isEqualTo(42);
    assertThat(record.getLayoutVersion()).isEqualTo(Layouts.rows(SPEC).version());
    assertThat(record.getCount()).isEqualTo(5);
    assertThat(record.getLastSeen()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(record.getEncoding()).isEqualTo("fp16");
    assertThat(record.getSlots()).isFalse();
    assertThat(record.getParts()).isEqualTo(1);
  }

  @Test
  void cutsALongRowIntoParts() throws Exception {
    Row row = new Row(5, 1_000, Layouts.dense(SPEC).initial("dense", "champion"));
    writer(1000).write(Table.DENSE, "champion", row, 42, entries::add);

    RowCoder coder = new RowCoder(Layouts.dense(SPEC), Encoding.FP32, false);
    assertThat(entries).hasSize((coder.bytes() + 999) / 1000).hasSizeGreaterThan(2);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int part = 0; part < entries.size(); part++) {
      SnapshotRecord record = decode(entries.get(part));
      assertThat(SnapshotKey.parse(entries.get(part).key()))
          .isEqualTo(new SnapshotKey("dense", part, "champion"));
      assertThat(record.getPart()).isEqualTo(part);
      assertThat(record.getParts()).isEqualTo(entries.size());
      assertThat(record.getEncoding()).isEqualTo("fp32");
      ByteBuffer values = record.getValues();
      byte[] bytes = new byte[values.remaining()];
      values.get(bytes);
      whole.write(bytes);
    }
    assertThat(whole.toByteArray()).isEqualTo(coder.encode(row.values()));
  }

  @Test
  void writesThatARowWasDroppedForEachOfItsParts() {
    writer(1000).write(Table.DENSE, "champion", null, 42, entries::add);
    assertThat(entries).hasSizeGreaterThan(2).allMatch(entry -> entry.value() == null);
  }

  private static RowWriter writer(int partBytes) {
    return new RowWriter("champion", SPEC, Encoding.FP16, false, partBytes);
  }

  private static SnapshotRecord decode(SnapshotEntry entry) throws CodecException {
    return AvroCodec.of(SnapshotRecord.class).decode(entry.value());
  }
}
