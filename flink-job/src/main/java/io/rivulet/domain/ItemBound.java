package io.rivulet.domain;

/** What goes, keyed by item, to where the item's facts and row are attached. */
public sealed interface ItemBound permits EncodedEvent, Candidate {
  /** The item. */
  String itemId();
}
