package io.rivulet.learner;

import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.Segment;
import java.util.List;

/**
 * The order of the numbers in a parameter array, how the array begins, and how work that several
 * learners did on it is merged. Immutable; needs no native library.
 */
public interface ParameterLayout {
  /** Changes whenever the order changes: arrays of different versions are not comparable. */
  int version();

  /** What the numbers are. */
  ArraySchema schema();

  /** The parts of the array, one behind the other. */
  List<Segment> segments();

  /** Number of floats, optimiser slots included. */
  int length();

  /**
   * The array before anything was learned, a hash of (seed, table, id): the same on every machine.
   *
   * @param table the table that the array belongs to, such as {@code user}
   * @param id the row's key within the table
   * @return a fresh array of {@link #length()} floats
   */
  float[] initial(String table, String id);

  /**
   * Adds {@code delta} to {@code value} by each part's rule: parameters and sums of squares add,
   * moving averages add {@code delta / contributors}, sums of squares never fall below 0.
   *
   * @param value changed in place, {@link #length()} floats
   * @param delta the sum of what each contributor changed, {@link #length()} floats; unchanged
   * @param contributors number of learners whose changes were summed into {@code delta}, at least 1
   */
  void merge(float[] value, float[] delta, int contributors);
}
