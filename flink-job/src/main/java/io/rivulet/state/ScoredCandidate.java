package io.rivulet.state;

/**
 * What the model says of one candidate.
 *
 * @param fused ranking score; finite if there is no problem
 * @param prediction all tasks' outputs, one after the other
 * @param problem why it cannot be ranked, or null
 * @param userExamples examples behind the user's row, 0 if it is the one made from the id's hash
 * @param itemExamples examples behind the item's row, likewise
 */
public record ScoredCandidate(
    String itemId,
    float fused,
    float[] prediction,
    String problem,
    long userExamples,
    long itemExamples) {
  /** Whether one of the two rows was never learned, so that the score says little. */
  public boolean cold() {
    return userExamples == 0 || itemExamples == 0;
  }
}
