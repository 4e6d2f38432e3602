package io.rivulet.learner.layout;

/**
 * A part of a parameter array.
 *
 * @param name unique within the array
 * @param shape what its numbers are, and how many
 * @param merge how concurrent changes are combined
 * @param start what its numbers are before anything was learned
 * @param role what its numbers are there for; no part of a layout's version
 */
public record Segment(String name, Shape shape, Merge merge, Start start, Role role) {
  /** Statistics. */
  public Segment(String name, Shape shape, Merge merge, Start start) {
    this(name, shape, merge, start, Role.STATISTIC);
  }

  /** Number of floats. */
  public int length() {
    return shape.length();
  }
}
