package io.rivulet.domain;

/**
 * One item of a {@link ScoreRequest} on its way to the item's facts and row. What else the request
 * says goes to the learner once, not with each candidate.
 *
 * @param place index in the request's list
 */
public record Candidate(RequestKey request, int place, String userId, String itemId)
    implements ItemBound {}
