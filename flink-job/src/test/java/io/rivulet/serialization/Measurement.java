package io.rivulet.serialization;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A type whose first version had no unit: all was in metres. */
record Measurement(double value, String unit) {
  /** Writes version 2; reads version 1 as well. */
  public static final class Format implements RecordFormat<Measurement> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<Measurement> type() {
      return Measurement.class;
    }

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(Measurement measurement, DataOutputView out) throws IOException {
      out.writeDouble(measurement.value());
      Fields.writeString(measurement.unit(), out);
    }

    @Override
    public Measurement read(DataInputView in, int version) throws IOException {
      return new Measurement(in.readDouble(), version == 1 ? "m" : Fields.readString(in));
    }
  }
}
