package io.rivulet.serialization;

import io.rivulet.domain.Candidate;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemBound;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: whether it is an event, then the event in version 2, or the candidate in 1. */
public final class ItemBoundFormat implements RecordFormat<ItemBound> {
  private static final long serialVersionUID = 1L;

  private final EventFormat events = new EventFormat();
  private final CandidateFormat candidates = new CandidateFormat();

  @Override
  public Class<ItemBound> type() {
    return ItemBound.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(ItemBound value, DataOutputView out) throws IOException {
    out.writeBoolean(value instanceof Event);
    if (value instanceof Event event) {
      events.write(event, out);
    } else {
      candidates.write((Candidate) value, out);
    }
  }

  @Override
  public ItemBound read(DataInputView in, int version) throws IOException {
    return in.readBoolean() ? events.read(in, 2) : candidates.read(in, 1);
  }
}
