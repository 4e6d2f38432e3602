package io.rivulet.state;

import io.rivulet.domain.ItemReplica;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What is known of items.
 *
 * @param items by id, empty if nothing is known of the item any more; not changed afterwards
 */
public record UnwrittenItems(Map<String, ItemReplica> items) implements Unwritten<ItemReplica> {
  @Override
  public void forEach(BiConsumer<String, ItemReplica> target) {
    items.forEach(target);
  }
}
