package io.rivulet.serialization;

import io.rivulet.state.lifecycle.Sighting;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: id, count, time. */
public final class SightingFormat implements RecordFormat<Sighting> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Sighting> type() {
    return Sighting.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Sighting sighting, DataOutputView out) throws IOException {
    Fields.writeString(sighting.id(), out);
    out.writeLong(sighting.count());
    out.writeLong(sighting.time());
  }

  @Override
  public Sighting read(DataInputView in, int version) throws IOException {
    return new Sighting(Fields.readString(in), in.readLong(), in.readLong());
  }
}
