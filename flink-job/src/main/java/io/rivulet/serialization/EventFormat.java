package io.rivulet.serialization;

import io.rivulet.domain.Event;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 3: the components in their order, as version 1; version 2 had a turn. */
public final class EventFormat implements RecordFormat<Event> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Event> type() {
    return Event.class;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public void write(Event event, DataOutputView out) throws IOException {
    Fields.writeString(event.eventId(), out);
    Fields.writeString(event.requestId(), out);
    Fields.writeString(event.userId(), out);
    Fields.writeString(event.itemId(), out);
    Fields.writeString(event.action(), out);
    out.writeDouble(event.value());
    out.writeFloat(event.weight());
    out.writeLong(event.eventTime());
    Fields.writeStrings(event.context(), out);
    Fields.writeNumbers(event.features(), out);
    OriginFormat.write(event.origin(), out);
  }

  @Override
  public Event read(DataInputView in, int version) throws IOException {
    Event event =
        new Event(
            Fields.readString(in),
            Fields.readString(in),
            Fields.readString(in),
            Fields.readString(in),
            Fields.readString(in),
            in.readDouble(),
            in.readFloat(),
            in.readLong(),
            Fields.readStrings(in),
            Fields.readNumbers(in),
            OriginFormat.read(in));
    if (version == 2) {
      in.skipBytesToRead(Integer.BYTES);
    }
    return event;
  }
}
