package io.rivulet.serialization;

import io.rivulet.domain.ItemChange;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 2: whether facts follow, then the facts or the value; the value is of that version. */
public final class ItemChangeFormat implements RecordFormat<ItemChange> {
  private static final long serialVersionUID = 1L;

  private final ItemFactsFormat facts = new ItemFactsFormat();

  @Override
  public Class<ItemChange> type() {
    return ItemChange.class;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(ItemChange change, DataOutputView out) throws IOException {
    boolean hasFacts = change.facts() != null;
    out.writeBoolean(hasFacts);
    if (hasFacts) {
      facts.write(change.facts(), out);
    } else {
      ParameterValueFormat.writeValue(change.value(), out);
    }
  }

  @Override
  public ItemChange read(DataInputView in, int version) throws IOException {
    return in.readBoolean()
        ? ItemChange.of(facts.read(in, 1))
        : ItemChange.of(ParameterValueFormat.readValue(in, version));
  }
}
