package io.rivulet.learner.layout;

/**
 * A part of a parameter array.
 *
 * @param name unique within the array
 * @param shape what its numbers are, and how many
 * @param merge how concurrent changes are combined
 * @param start what its numbers are before anything was learned
 */
public record Segment(String name, Shape shape, Merge merge, Start start) {
  /** Number of floats. */
  public int length() {
    return shape.length();
  }
}
