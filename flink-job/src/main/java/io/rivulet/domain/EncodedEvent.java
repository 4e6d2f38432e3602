package io.rivulet.domain;

import io.rivulet.learner.Features;
import io.rivulet.learner.data.Sequencer;

/**
 * An event on its way to what is known of its item: encoded as far as it can be without.
 *
 * @param requestId the recommendation request that led here, or null
 * @param eventTime milliseconds since the epoch
 * @param features what the event gives of the features; the item's are missing
 * @param labels one per task, NaN where the event gives none; those that name something of the item
 *     are open
 * @param weight importance in the loss, >= 0
 * @param turn place among its user's events, 0 if not known: see {@link Sequencer}
 */
public record EncodedEvent(
    String eventId,
    String requestId,
    String userId,
    String itemId,
    long eventTime,
    Origin origin,
    Features features,
    float[] labels,
    float weight,
    int turn)
    implements ItemBound {}
