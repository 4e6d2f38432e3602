package io.rivulet.domain;

import io.rivulet.learner.Features;
import java.util.Map;

/**
 * A user's interaction with an item; valid (ids present, numbers finite).
 *
 * @param requestId the recommendation request that led here, or null
 * @param value the amount that belongs to the action, NaN if it has none
 * @param weight importance in the loss, >= 0
 * @param eventTime milliseconds since the epoch
 * @param context categorical facts of the moment, by name
 * @param features numeric facts of the moment, by name
 */
public record Event(
    String eventId,
    String requestId,
    String userId,
    String itemId,
    String action,
    double value,
    float weight,
    long eventTime,
    Map<String, String> context,
    Map<String, Double> features,
    Origin origin) {

  /** The same on its way to its item, with what its facts were encoded as. */
  public EncodedEvent encoded(Features encoded, float[] labels, int turn) {
    return new EncodedEvent(
        eventId, requestId, userId, itemId, eventTime, origin, encoded, labels, weight, turn);
  }
}
