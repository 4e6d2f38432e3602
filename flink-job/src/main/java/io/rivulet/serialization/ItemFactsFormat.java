package io.rivulet.serialization;

import io.rivulet.domain.ItemFacts;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order. */
public final class ItemFactsFormat implements RecordFormat<ItemFacts> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<ItemFacts> type() {
    return ItemFacts.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(ItemFacts facts, DataOutputView out) throws IOException {
    Fields.writeString(facts.itemId(), out);
    Fields.writeStrings(facts.attributes(), out);
    Fields.writeFloats(facts.content(), out);
    out.writeLong(facts.updateTime());
  }

  @Override
  public ItemFacts read(DataInputView in, int version) throws IOException {
    return new ItemFacts(
        Fields.readString(in), Fields.readStrings(in), Fields.readFloats(in), in.readLong());
  }
}
