package io.rivulet.domain;

/**
 * News of an item for the operator that attaches items to events: either the catalog changed or the
 * owner published a new value.
 *
 * @param facts null if the value changed
 * @param value null if the facts changed
 */
public record ItemChange(String itemId, ItemFacts facts, ParameterValue value) {
  /** News from the catalog. */
  public static ItemChange of(ItemFacts facts) {
    return new ItemChange(facts.itemId(), facts, null);
  }

  /** News from the item's owner. */
  public static ItemChange of(ParameterValue value) {
    return new ItemChange(value.id(), null, value);
  }
}
