package io.rivulet.learner.layout;

import java.util.ArrayList;
import java.util.List;

/** The parts of a parameter array, one behind the other. */
public final class Segments {
  private final List<Segment> segments = new ArrayList<>();
  private int length;

  /** Appends a segment and returns the index of its first number. */
  public int add(Segment segment) {
    int offset = length;
    segments.add(segment);
    length += segment.length();
    return offset;
  }

  /** The segments so far, in order. */
  public List<Segment> list() {
    return List.copyOf(segments);
  }

  /** Number of floats of all segments so far. */
  public int length() {
    return length;
  }

  /** The names and shapes of the segments. */
  public ArraySchema schema() {
    return new ArraySchema(
        segments.stream()
            .map(segment -> new ArraySchema.Part(segment.name(), segment.shape()))
            .toList());
  }

  /** A hash of the names, shapes and merge rules in their order. */
  public int version() {
    long hash = 0;
    for (Segment segment : segments) {
      hash = Hashing.combine(hash, segment.name());
      hash = Hashing.combine(hash, segment.merge().name());
      hash = Hashing.combine(hash, segment.shape().toString());
    }
    return Long.hashCode(hash);
  }
}
