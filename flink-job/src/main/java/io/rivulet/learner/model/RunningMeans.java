package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;

/**
 * Means of what was seen, each kept as a count and a sum: n ← (1−w/m)·n + w, s ← (1−w/m)·s + w·x
 * for a number x of weight w, with the memory m: in the long run it is a mean over the last m. A
 * short memory is averaged between learners, a long one added up, since its forgetting is
 * negligible within a round.
 */
final class RunningMeans {
  /** From this memory on, counts and sums of several learners add up. */
  private static final double LONG = 10_000;

  private final int counts;
  private final int sums;
  private final double memory;

  /**
   * Appends the means to {@code segments}.
   *
   * @param of what each of them is the mean of
   * @param memory after how many numbers the first ones are forgotten, at least 1
   * @param startCount weight of {@code startMean}, at least 0
   * @param startMean the mean before anything was seen
   */
  RunningMeans(
      Segments segments, String name, Axis of, double memory, double startCount, double startMean) {
    boolean additive = memory >= LONG;
    this.memory = memory;
    counts =
        segments.add(
            new Segment(
                name + "/count",
                Shape.of(of),
                additive ? Merge.NOT_NEGATIVE : Merge.AVERAGE,
                Start.constant(startCount)));
    sums =
        segments.add(
            new Segment(
                name + "/sum",
                Shape.of(of),
                additive ? Merge.SUM : Merge.AVERAGE,
                Start.constant(startCount * startMean)));
  }

  private RunningMeans(int counts, int sums, double memory) {
    this.counts = counts;
    this.sums = sums;
    this.memory = memory;
  }

  /**
   * The same numbers in arrays of another table, with another memory: both are long, or both short.
   */
  RunningMeans withMemory(double other) {
    return new RunningMeans(counts, sums, other);
  }

  /** How much was seen, at most the memory. */
  double count(float[] array, int index) {
    return Math.max(0, array[counts + index]);
  }

  /** The mean, as if {@code damping} zeros had been seen as well; 0 if nothing at all was. */
  double mean(float[] array, int index, double damping) {
    double count = count(array, index) + damping;
    return count > 0 ? array[sums + index] / count : 0;
  }

  /** Takes a number in. */
  void add(float[] array, int index, double number, double weight) {
    double keep = Math.max(0, 1 - weight / memory);
    array[counts + index] = (float) Math.min(memory, keep * count(array, index) + weight);
    array[sums + index] = (float) (keep * array[sums + index] + Math.min(weight, memory) * number);
  }
}
