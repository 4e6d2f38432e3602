package io.rivulet.domain;

import io.rivulet.learner.Features;

/**
 * One item of a {@link ScoreRequest} with what is known of the item.
 *
 * @param place index in the request's list
 * @param features what the item's facts give; buckets 0 and NaN where the request's facts belong
 * @param itemRound stamp of the item's row
 * @param itemRow the item's published row; null if its owner has published none
 */
public record AttachedCandidate(
    RequestKey request,
    int place,
    String userId,
    Features features,
    long itemRound,
    PackedRow itemRow)
    implements UserBound {}
