package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.Decoder;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.ItemUpdate;
import java.util.List;

/** Decodes item-catalog. */
public final class ItemFactsDecoder implements Decoder<ItemFacts> {
  private static final long serialVersionUID = 1L;

  private final AvroReader<ItemUpdate> reader;
  private final TimeLimit times;

  /**
   * A decoder.
   *
   * @param maxBytes larger records are refused
   * @param times facts of other times are refused
   */
  public ItemFactsDecoder(int maxBytes, TimeLimit times) {
    this.reader = new AvroReader<>(ItemUpdate.class, maxBytes);
    this.times = times;
  }

  @Override
  public ItemFacts decode(RawRecord raw) throws BadRecordException {
    ItemUpdate update = reader.read(raw);
    Validity.id("itemId", update.getItemId());
    times.check("updateTime", update.getUpdateTime());
    List<Float> content = update.getContent();
    float[] vector = new float[content.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = content.get(i);
      Validity.finite("content[" + i + "]", vector[i]);
    }
    return new ItemFacts(
        update.getItemId(), update.getAttributes(), vector, update.getUpdateTime().toEpochMilli());
  }
}
