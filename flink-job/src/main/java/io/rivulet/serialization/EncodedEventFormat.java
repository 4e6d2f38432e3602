package io.rivulet.serialization;

import io.rivulet.domain.EncodedEvent;
import io.rivulet.learner.Features;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order, without the item's content vector. */
public final class EncodedEventFormat implements RecordFormat<EncodedEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<EncodedEvent> type() {
    return EncodedEvent.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(EncodedEvent event, DataOutputView out) throws IOException {
    Fields.writeString(event.eventId(), out);
    Fields.writeString(event.requestId(), out);
    Fields.writeString(event.userId(), out);
    Fields.writeString(event.itemId(), out);
    out.writeLong(event.eventTime());
    OriginFormat.write(event.origin(), out);
    Fields.writeInts(event.features().categories(), out);
    Fields.writeFloats(event.features().numbers(), out);
    Fields.writeFloats(event.labels(), out);
    out.writeFloat(event.weight());
    out.writeInt(event.turn());
  }

  @Override
  public EncodedEvent read(DataInputView in, int version) throws IOException {
    return new EncodedEvent(
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        in.readLong(),
        OriginFormat.read(in),
        new Features(Fields.readInts(in), Fields.readFloats(in), Fields.NO_FLOATS),
        Fields.readFloats(in),
        in.readFloat(),
        in.readInt());
  }
}
