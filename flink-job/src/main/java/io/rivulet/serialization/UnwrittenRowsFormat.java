package io.rivulet.serialization;

import io.rivulet.domain.Row;
import io.rivulet.state.UnwrittenRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: how many, then id and row of each. */
public final class UnwrittenRowsFormat implements RecordFormat<UnwrittenRows> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<UnwrittenRows> type() {
    return UnwrittenRows.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(UnwrittenRows unwritten, DataOutputView out) throws IOException {
    out.writeInt(unwritten.ids().size());
    for (int i = 0; i < unwritten.ids().size(); i++) {
      Fields.writeString(unwritten.ids().get(i), out);
      RowFormat.writeRow(unwritten.rows().get(i), out);
    }
  }

  @Override
  public UnwrittenRows read(DataInputView in, int version) throws IOException {
    int size = in.readInt();
    List<String> ids = new ArrayList<>(size);
    List<Row> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ids.add(Fields.readString(in));
      rows.add(RowFormat.readRow(in));
    }
    return new UnwrittenRows(ids, rows);
  }
}
