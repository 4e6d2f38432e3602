package io.rivulet.domain;

import java.util.Map;

/**
 * What {@code attach item} knows of an item.
 *
 * @param round stamp of the row, {@link Long#MIN_VALUE} while the owner has published nothing
 * @param row the published row, or null while the owner has published nothing
 * @param factsTime updateTime of the facts, {@link Long#MIN_VALUE} while the catalog has none
 */
public record ItemReplica(
    long round, PackedRow row, long factsTime, Map<String, String> attributes, float[] content) {

  /** An item of which nothing is known. */
  public static final ItemReplica UNKNOWN =
      new ItemReplica(Long.MIN_VALUE, null, Long.MIN_VALUE, Map.of(), new float[0]);

  /** Whether nothing is known of the item any longer. */
  public boolean isEmpty() {
    return row == null && factsTime == Long.MIN_VALUE;
  }

  /** This replica with another form of its row. */
  public ItemReplica withRow(PackedRow same) {
    return new ItemReplica(round, same, factsTime, attributes, content);
  }

  /**
   * This replica after a piece of news; older news than what is known changes nothing. That a row
   * was dropped is news whatever its stamp: the topic keeps each item's news in order.
   */
  public ItemReplica after(ItemChange change) {
    ItemFacts facts = change.facts();
    if (facts != null) {
      return facts.updateTime() < factsTime
          ? this
          : new ItemReplica(round, row, facts.updateTime(), facts.attributes(), facts.content());
    }
    ParameterValue value = change.value();
    if (value.row() == null) {
      return new ItemReplica(Math.max(round, value.round()), null, factsTime, attributes, content);
    }
    return value.round() <= round
        ? this
        : new ItemReplica(value.round(), value.row(), factsTime, attributes, content);
  }
}
