package io.rivulet.learner.layout;

import java.util.Arrays;
import java.util.List;

/**
 * Combines changes of whole arrays, each number by its segment's rule: v ← max(l, v + δ/d). One
 * loop for all rules, which the JVM computes for several numbers at a time: many segments of a row
 * are one number long.
 */
public final class Merging {
  /** Below which a number does not fall. */
  private final float[] least;

  /** 1 for a number whose changes are averaged, else 0. */
  private final float[] averaged;

  /** Combines arrays of the given segments, one behind the other. */
  public Merging(List<Segment> segments) {
    int length = segments.stream().mapToInt(Segment::length).sum();
    least = new float[length];
    averaged = new float[length];
    int from = 0;
    for (Segment segment : segments) {
      int to = from + segment.length();
      boolean bounded = segment.merge() == Merge.NOT_NEGATIVE;
      Arrays.fill(least, from, to, bounded ? 0 : Float.NEGATIVE_INFINITY);
      Arrays.fill(averaged, from, to, segment.merge() == Merge.AVERAGE ? 1 : 0);
      from = to;
    }
  }

  /**
   * Adds {@code delta}, the sum of the changes of {@code contributors} learners, at least 1, to
   * {@code value}.
   */
  public void apply(float[] value, float[] delta, int contributors) {
    float others = contributors - 1;
    for (int i = 0; i < least.length; i++) {
      value[i] = Math.max(least[i], value[i] + delta[i] / (1 + averaged[i] * others));
    }
  }
}
