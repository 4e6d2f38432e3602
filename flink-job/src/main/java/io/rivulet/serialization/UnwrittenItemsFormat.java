package io.rivulet.serialization;

import io.rivulet.domain.ItemReplica;
import io.rivulet.state.UnwrittenItems;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: how many, then id and item of each. */
public final class UnwrittenItemsFormat implements RecordFormat<UnwrittenItems> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<UnwrittenItems> type() {
    return UnwrittenItems.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(UnwrittenItems unwritten, DataOutputView out) throws IOException {
    out.writeInt(unwritten.items().size());
    for (Map.Entry<String, ItemReplica> entry : unwritten.items().entrySet()) {
      Fields.writeString(entry.getKey(), out);
      ItemReplicaFormat.writeItem(entry.getValue(), out);
    }
  }

  @Override
  public UnwrittenItems read(DataInputView in, int version) throws IOException {
    int size = in.readInt();
    Map<String, ItemReplica> items = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      items.put(Fields.readString(in), ItemReplicaFormat.readItem(in));
    }
    return new UnwrittenItems(items);
  }
}
