package io.rivulet.domain;

import io.rivulet.learner.Features;

/**
 * An event with all that a learner needs besides the user's row.
 *
 * @param requestId may be null
 * @param features encoded facts
 * @param labels one per task, NaN where the event gives none
 * @param weight importance in the loss, >= 0
 * @param itemRound stamp of the item's row
 * @param itemRow the item's published row; null if its owner has published none
 * @param itemKept whether what is learned of the item is kept: it has a row or gets one
 * @param turn as in {@link Event}
 */
public record AttachedEvent(
    String eventId,
    String requestId,
    String userId,
    String itemId,
    long eventTime,
    Origin origin,
    Features features,
    float[] labels,
    float weight,
    long itemRound,
    PackedRow itemRow,
    boolean itemKept,
    int turn)
    implements UserBound {}
