package io.rivulet.learner;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Arrays;

/**
 * Parameters by the names of their segments.
 *
 * @param segments where they lie
 * @param array the parameters, live
 */
@SuppressWarnings("ArrayRecordComponent") // carries an array, is never compared
public record SegmentView(Segments segments, float[] array) {
  /** Dense parameters. */
  public static SegmentView dense(LearnerSpec spec, float[] array) {
    return new SegmentView(new Model(spec).dense(), array);
  }

  /** A user's or an item's row. */
  public static SegmentView row(LearnerSpec spec, float[] array) {
    return new SegmentView(new Model(spec).row().segments(), array);
  }

  /** A copy of a segment. */
  public float[] segment(String name) {
    int offset = offset(name);
    return Arrays.copyOfRange(array, offset, offset + length(name));
  }

  /** Overwrites all of a segment. */
  public void fill(String name, float value) {
    int offset = offset(name);
    Arrays.fill(array, offset, offset + length(name), value);
  }

  /** Multiplies all of a segment. */
  public void multiply(String name, float factor) {
    int offset = offset(name);
    for (int i = offset; i < offset + length(name); i++) {
      array[i] *= factor;
    }
  }

  private int length(String name) {
    return segments.list().stream()
        .filter(segment -> segment.name().equals(name))
        .mapToInt(Segment::length)
        .findAny()
        .orElseThrow();
  }

  private int offset(String name) {
    int offset = 0;
    for (Segment segment : segments.list()) {
      if (segment.name().equals(name)) {
        return offset;
      }
      offset += segment.length();
    }
    throw new IllegalArgumentException("No segment " + name);
  }
}
