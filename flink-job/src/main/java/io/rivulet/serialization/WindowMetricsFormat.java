package io.rivulet.serialization;

import io.rivulet.domain.WindowMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: start, end, sums, then the tasks. */
public final class WindowMetricsFormat implements RecordFormat<WindowMetrics> {
  private static final long serialVersionUID = 1L;

  private final MetricsDeltaFormat sums = new MetricsDeltaFormat();

  @Override
  public Class<WindowMetrics> type() {
    return WindowMetrics.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(WindowMetrics window, DataOutputView out) throws IOException {
    out.writeLong(window.start());
    out.writeLong(window.end());
    sums.write(window.sums(), out);
    out.writeInt(window.tasks().size());
    for (WindowMetrics.Task task : window.tasks()) {
      Fields.writeString(task.name(), out);
      out.writeLong(task.examples());
      out.writeDouble(task.loss());
      out.writeDouble(task.weight());
      Fields.writeNumbers(task.metrics(), out);
    }
  }

  @Override
  public WindowMetrics read(DataInputView in, int version) throws IOException {
    long start = in.readLong();
    long end = in.readLong();
    var total = sums.read(in, version);
    int size = in.readInt();
    List<WindowMetrics.Task> tasks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tasks.add(
          new WindowMetrics.Task(
              Fields.readString(in),
              in.readLong(),
              in.readDouble(),
              in.readDouble(),
              Fields.readNumbers(in)));
    }
    return new WindowMetrics(start, end, total, tasks);
  }
}
