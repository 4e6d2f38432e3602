package io.rivulet.serialization;

import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.SnapshotPart.Measured;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.Table;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: a number for the kind, then the components in their order, a row behind a flag. */
public final class SnapshotPartFormat implements RecordFormat<SnapshotPart> {
  private static final long serialVersionUID = 1L;

  private static final int ROW = 0;
  private static final int REPORT_WITHOUT_TASK = 1;
  private static final int MEASURED = 2;
  private static final int REPORT = 3;

  @Override
  public Class<SnapshotPart> type() {
    return SnapshotPart.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(SnapshotPart part, DataOutputView out) throws IOException {
    if (part instanceof ChangedRow changed) {
      out.writeByte(ROW);
      out.writeByte(changed.table().code());
      Fields.writeString(changed.id(), out);
      out.writeBoolean(changed.row() != null);
      if (changed.row() != null) {
        RowFormat.writeRow(changed.row(), out);
      }
    } else if (part instanceof TaskReport report) {
      out.writeByte(REPORT);
      out.writeByte(report.table().code());
      out.writeInt(report.task());
      out.writeLong(report.rows());
      Fields.writeLongs(report.offsets(), out);
      Fields.writeDoubles(report.taskWeights(), out);
    } else if (part instanceof Measured measured) {
      out.writeByte(MEASURED);
      Fields.writeNumbers(measured.metrics(), out);
    }
  }

  @Override
  public SnapshotPart read(DataInputView in, int version) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case ROW ->
          new ChangedRow(
              Table.ofCode(in.readByte()),
              Fields.readString(in),
              in.readBoolean() ? RowFormat.readRow(in) : null);
      case REPORT_WITHOUT_TASK -> report(Table.ofCode(in.readByte()), 0, in);
      case REPORT -> report(Table.ofCode(in.readByte()), in.readInt(), in);
      case MEASURED -> new Measured(Fields.readNumbers(in));
      default -> throw new IOException("no part of a snapshot has the number " + kind);
    };
  }

  private static TaskReport report(Table table, int task, DataInputView in) throws IOException {
    return new TaskReport(table, task, in.readLong(), Fields.readLongs(in), Fields.readDoubles(in));
  }
}
