package io.rivulet.serialization;

import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Recommendation.RankedItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order, the items behind their number. */
public final class RecommendationFormat implements RecordFormat<Recommendation> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Recommendation> type() {
    return Recommendation.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Recommendation answer, DataOutputView out) throws IOException {
    Fields.writeString(answer.requestId(), out);
    Fields.writeString(answer.userId(), out);
    Fields.writeString(answer.arm(), out);
    out.writeLong(answer.modelVersion());
    out.writeLong(answer.scoredAt());
    out.writeInt(answer.items().size());
    for (RankedItem item : answer.items()) {
      Fields.writeString(item.itemId(), out);
      out.writeFloat(item.fused());
      out.writeBoolean(item.cold());
      Fields.writeFloats(item.prediction(), out);
    }
  }

  @Override
  public Recommendation read(DataInputView in, int version) throws IOException {
    return new Recommendation(
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        in.readLong(),
        in.readLong(),
        readItems(in));
  }

  private static List<RankedItem> readItems(DataInputView in) throws IOException {
    int size = in.readInt();
    List<RankedItem> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(
          new RankedItem(
              Fields.readString(in), in.readFloat(), in.readBoolean(), Fields.readFloats(in)));
    }
    return items;
  }
}
