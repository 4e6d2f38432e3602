package io.rivulet.learner;

import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.Hashing;
import io.rivulet.learner.layout.Merging;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import java.util.Arrays;
import java.util.List;

/** A layout made of segments. */
final class SegmentedLayout implements ParameterLayout {
  private final List<Segment> segments;
  private final ArraySchema schema;
  private final int version;
  private final int length;

  /** Where each segment ends. */
  private final int[] ends;

  private final Merging merging;
  private final long seed;

  SegmentedLayout(Segments segments, long seed) {
    this.segments = segments.list();
    this.schema = segments.schema();
    this.version = segments.version();
    this.length = segments.length();
    this.seed = seed;
    merging = new Merging(this.segments);
    ends = this.segments.stream().mapToInt(Segment::length).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public ArraySchema schema() {
    return schema;
  }

  @Override
  public List<Segment> segments() {
    return segments;
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
    for (int s = 0; s < ends.length; s++) {
      Segment segment = segments.get(s);
      for (; at < ends[s]; at++) {
        array[at] = segment.start().value(Hashing.combine(row, at));
      }
    }
    return array;
  }

  @Override
  public void merge(float[] value, float[] delta, int contributors) {
    merging.apply(value, delta, contributors);
  }
}
