package io.rivulet.learner.data;

import java.util.Map;

/**
 * What happened, before it is encoded.
 *
 * @param action what the user did
 * @param value the number that came with it; null if none did
 * @param context facts about the event and its user
 * @param attributes facts about the item
 * @param numbers numeric facts about the event
 * @param content the item's content vector, empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // carries an array, is never compared
public record Event(
    String user,
    String item,
    String action,
    Double value,
    Map<String, String> context,
    Map<String, String> attributes,
    Map<String, Double> numbers,
    float[] content) {

  /** An event without numbers and content. */
  public Event(
      String user,
      String item,
      String action,
      Double value,
      Map<String, String> context,
      Map<String, String> attributes) {
    this(user, item, action, value, context, attributes, Map.of(), new float[0]);
  }
}
