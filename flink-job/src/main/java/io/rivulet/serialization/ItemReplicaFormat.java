package io.rivulet.serialization;

import io.rivulet.domain.ItemReplica;
import io.rivulet.domain.PackedRow;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: round, whether a row follows, the row, then the facts. */
public final class ItemReplicaFormat implements RecordFormat<ItemReplica> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<ItemReplica> type() {
    return ItemReplica.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(ItemReplica replica, DataOutputView out) throws IOException {
    writeItem(replica, out);
  }

  @Override
  public ItemReplica read(DataInputView in, int version) throws IOException {
    return readItem(in);
  }

  static void writeItem(ItemReplica replica, DataOutputView out) throws IOException {
    out.writeLong(replica.round());
    out.writeBoolean(replica.row() != null);
    if (replica.row() != null) {
      RowFormat.writePacked(replica.row(), out);
    }
    out.writeLong(replica.factsTime());
    Fields.writeStrings(replica.attributes(), out);
    Fields.writeFloats(replica.content(), out);
  }

  static ItemReplica readItem(DataInputView in) throws IOException {
    long round = in.readLong();
    PackedRow row = in.readBoolean() ? RowFormat.readPacked(in) : null;
    return new ItemReplica(
        round, row, in.readLong(), Fields.readStrings(in), Fields.readFloats(in));
  }
}
