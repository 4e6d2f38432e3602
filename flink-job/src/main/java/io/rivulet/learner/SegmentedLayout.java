package io.rivulet.learner;

import io.rivulet.learner.layout.Hashing;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import java.util.List;

/** A layout made of segments. */
final class SegmentedLayout implements ParameterLayout {
  private final List<Segment> segments;
  private final int version;
  private final int length;
  private final long seed;

  SegmentedLayout(Segments segments, long seed) {
    this.segments = segments.list();
    this.version = segments.version();
    this.length = segments.length();
    this.seed = seed;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public float[] initial(String table, String id) {
    float[] array = new float[length];
    long row = Hashing.combine(Hashing.combine(Hashing.combine(0, seed), table), id);
    int at = 0;
    for (Segment segment : segments) {
      for (int i = 0; i < segment.length(); i++, at++) {
        array[at] = segment.start().value(Hashing.combine(row, at));
      }
    }
    return array;
  }

  @Override
  public void merge(float[] value, float[] delta, int contributors) {
    int at = 0;
    for (Segment segment : segments) {
      for (int i = 0; i < segment.length(); i++, at++) {
        value[at] = segment.merge().apply(value[at], delta[at], contributors);
      }
    }
  }
}
