package io.rivulet.learner.data;

/**
 * Which fact a feature or label is read from.
 *
 * @param ofItem whether the item gives it, else the event's context
 */
record FactSource(boolean ofItem, String name) {
  private static final String ITEM = "item.";
  private static final String CONTEXT = "context.";

  /** The source that a configuration names so. */
  static FactSource of(String reference) {
    boolean ofItem = reference.startsWith(ITEM);
    return new FactSource(ofItem, reference.substring((ofItem ? ITEM : CONTEXT).length()));
  }
}
