package io.rivulet.learner.layout;

import java.util.List;

/** What the numbers of a parameter array are: the names and shapes of its segments, in order. */
public record ArraySchema(List<Part> parts) {
  /**
   * A segment.
   *
   * @param name unique within the array; empty if nobody needs its numbers any more
   */
  public record Part(String name, Shape shape) {}

  /** Copies the list. */
  public ArraySchema {
    parts = List.copyOf(parts);
  }

  /** How many numbers. */
  public int length() {
    return parts.stream().mapToInt(part -> part.shape().length()).sum();
  }
}
