package io.rivulet.serialization;

import io.rivulet.domain.MetricsDelta;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the counters, then each task's state as its length and its non-zero numbers. */
public final class MetricsDeltaFormat implements RecordFormat<MetricsDelta> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<MetricsDelta> type() {
    return MetricsDelta.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(MetricsDelta delta, DataOutputView out) throws IOException {
    Fields.writeString(delta.arm(), out);
    out.writeLong(delta.round());
    out.writeLong(delta.scored());
    out.writeLong(delta.trained());
    out.writeLong(delta.rejected());
    out.writeLong(delta.batches());
    out.writeLong(delta.loopLagMillis());
    out.writeInt(delta.tasks().size());
    for (double[] task : delta.tasks()) {
      writeSparse(task, out);
    }
  }

  @Override
  public MetricsDelta read(DataInputView in, int version) throws IOException {
    String arm = Fields.readString(in);
    long round = in.readLong();
    long scored = in.readLong();
    long trained = in.readLong();
    long rejected = in.readLong();
    long batches = in.readLong();
    long loopLag = in.readLong();
    int size = in.readInt();
    List<double[]> tasks = new ArrayList<>(size);
    for (int task = 0; task < size; task++) {
      tasks.add(readSparse(in));
    }
    return new MetricsDelta(arm, round, scored, trained, rejected, batches, loopLag, tasks);
  }

  // The histogram of a short round is nearly empty: thousands of zeros are not worth their bytes.
  private static void writeSparse(double[] values, DataOutputView out) throws IOException {
    int filled = 0;
    for (double value : values) {
      if (value != 0) {
        filled++;
      }
    }
    out.writeInt(values.length);
    out.writeInt(filled);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        out.writeInt(i);
        out.writeDouble(values[i]);
      }
    }
  }

  private static double[] readSparse(DataInputView in) throws IOException {
    double[] values = new double[in.readInt()];
    int filled = in.readInt();
    for (int i = 0; i < filled; i++) {
      int index = in.readInt();
      values[index] = in.readDouble();
    }
    return values;
  }
}
