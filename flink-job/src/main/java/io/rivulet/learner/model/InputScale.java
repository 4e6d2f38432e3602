package io.rivulet.learner.model;

/** What brings inputs that are counted, not learned, to the size of the others. */
public final class InputScale {
  /** Factor of the mean deviation of labels. */
  public static final double DEVIATION = 2;

  /** Factor of the logarithm of 1 + a number of labels. */
  public static final double COUNT = 0.2;

  /** Weight of "as expected" in a mean over the last few labels. */
  public static final double RECENT_DAMPING = 1;

  /** Normalised numbers beyond this are cut off: one outlier must not move the model. */
  public static final double LARGEST = 5;

  private InputScale() {}
}
