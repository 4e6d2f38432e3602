package io.rivulet.serialization;

import io.rivulet.domain.Candidate;
import io.rivulet.domain.EncodedEvent;
import io.rivulet.domain.ItemBound;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Version 2: whether it is an event, then the event in version 1, or the candidate in 1. The events
 * of version 1 were not encoded; they were on their way between tasks only, and nothing holds one.
 */
public final class ItemBoundFormat implements RecordFormat<ItemBound> {
  private static final long serialVersionUID = 1L;

  private final EncodedEventFormat events = new EncodedEventFormat();
  private final CandidateFormat candidates = new CandidateFormat();

  @Override
  public Class<ItemBound> type() {
    return ItemBound.class;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(ItemBound value, DataOutputView out) throws IOException {
    out.writeBoolean(value instanceof EncodedEvent);
    if (value instanceof EncodedEvent event) {
      events.write(event, out);
    } else {
      candidates.write((Candidate) value, out);
    }
  }

  @Override
  public ItemBound read(DataInputView in, int version) throws IOException {
    boolean isEvent = in.readBoolean();
    if (isEvent && version == 1) {
      throw new IOException("an event of a version that encoded events later cannot be read");
    }
    return isEvent ? events.read(in, 1) : candidates.read(in, 1);
  }
}
