package io.rivulet.serialization;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.learner.Features;
import io.rivulet.learner.data.Sequencer;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Version 3: the components in their order, the row behind a flag. Version 1 had no turn; before
 * version 3 every item was kept.
 */
public final class AttachedEventFormat implements RecordFormat<AttachedEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<AttachedEvent> type() {
    return AttachedEvent.class;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public void write(AttachedEvent event, DataOutputView out) throws IOException {
    Fields.writeString(event.eventId(), out);
    Fields.writeString(event.requestId(), out);
    Fields.writeString(event.userId(), out);
    Fields.writeString(event.itemId(), out);
    out.writeLong(event.eventTime());
    OriginFormat.write(event.origin(), out);
    Fields.writeInts(event.features().categories(), out);
    Fields.writeFloats(event.features().numbers(), out);
    Fields.writeFloats(event.features().content(), out);
    Fields.writeFloats(event.labels(), out);
    out.writeFloat(event.weight());
    out.writeLong(event.itemRound());
    out.writeBoolean(event.itemRow() != null);
    if (event.itemRow() != null) {
      RowFormat.writePacked(event.itemRow(), out);
    }
    out.writeBoolean(event.itemKept());
    out.writeInt(event.turn());
  }

  @Override
  public AttachedEvent read(DataInputView in, int version) throws IOException {
    return new AttachedEvent(
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        in.readLong(),
        OriginFormat.read(in),
        new Features(Fields.readInts(in), Fields.readFloats(in), Fields.readFloats(in)),
        Fields.readFloats(in),
        in.readFloat(),
        in.readLong(),
        in.readBoolean() ? RowFormat.readPacked(in) : null,
        version < 3 || in.readBoolean(),
        version < 2 ? Sequencer.ANY_TURN : in.readInt());
  }
}
