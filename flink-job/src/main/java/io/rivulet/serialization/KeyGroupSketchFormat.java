package io.rivulet.serialization;

import io.rivulet.state.lifecycle.KeyGroupSketch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: key group, events, counters. */
public final class KeyGroupSketchFormat implements RecordFormat<KeyGroupSketch> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<KeyGroupSketch> type() {
    return KeyGroupSketch.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(KeyGroupSketch sketch, DataOutputView out) throws IOException {
    out.writeInt(sketch.keyGroup());
    out.writeInt(sketch.events());
    Fields.writeBytes(sketch.counters(), out);
  }

  @Override
  public KeyGroupSketch read(DataInputView in, int version) throws IOException {
    return new KeyGroupSketch(in.readInt(), in.readInt(), Fields.readBytes(in));
  }
}
