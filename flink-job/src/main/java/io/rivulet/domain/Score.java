package io.rivulet.domain;

/**
 * What an arm predicted for an event, before it learned from the event's labels.
 *
 * @param requestId may be null
 * @param modelVersion newest checkpoint begun before this score, 0 before the first
 * @param batch number of the learner's micro-batch since it started
 * @param fused ranking score
 * @param prediction all tasks' outputs, one after the other
 * @param labels one per task, NaN where missing
 */
public record Score(
    String eventId,
    String requestId,
    String userId,
    String itemId,
    String arm,
    long modelVersion,
    long batch,
    long eventTime,
    long scoredAt,
    float fused,
    float[] prediction,
    float[] labels) {}
