package io.rivulet.domain;

import java.util.List;

/**
 * The answer to a {@link ScoreRequest}.
 *
 * @param modelVersion newest checkpoint begun before this answer, 0 before the first
 * @param scoredAt milliseconds since the epoch
 * @param items at most as many as were asked for, first place first
 */
public record Recommendation(
    String requestId,
    String userId,
    String arm,
    long modelVersion,
    long scoredAt,
    List<RankedItem> items) {
  /**
   * One ranked candidate.
   *
   * @param fused the model's ranking score
   * @param cold whether the model has never learned of the item or of the user
   * @param prediction all tasks' outputs, one after the other
   */
  public record RankedItem(String itemId, float fused, boolean cold, float[] prediction) {}
}
