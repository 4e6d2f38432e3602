package io.rivulet.learner.exploration;

/** How little is known of a pair of user and item, by the number of examples behind their rows. */
public final class Uncertainty {
  private Uncertainty() {}

  /**
   * √((1/(1 + n) + 1/(1 + m)) / 2) for n examples of the user and m of the item: 1 if neither was
   * ever met, and falling as the standard error of a mean does.
   *
   * @param userExamples at least 0
   * @param itemExamples at least 0
   */
  public static double of(long userExamples, long itemExamples) {
    return Math.sqrt((1 / (1.0 + userExamples) + 1 / (1.0 + itemExamples)) / 2);
  }
}
