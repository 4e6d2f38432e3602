package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;

/**
 * An exponentially weighted average per task, in the dense parameters. Kept as a decayed sum S ←
 * e^(−n/h)·S + n·x and a decayed count N ← e^(−n/h)·N + n, so that the average S/N is the plain
 * mean at first and forgets beyond {@code h} examples later; a learner that saw no label of a task
 * changes neither. Merged learners average both, which leaves their ratio right.
 */
final class MovingAverages {
  private static final double LARGEST = 1e30;

  private final int sums;
  private final int counts;
  private final double horizon;

  /**
   * Appends the averages to {@code dense}.
   *
   * @param horizon number of examples after which a number counts 1/e, above 0
   */
  MovingAverages(Segments dense, String name, Axis tasks, double horizon) {
    this.sums =
        dense.add(new Segment(name + "/sums", Shape.of(tasks), Merge.AVERAGE, Start.constant(0)));
    this.counts =
        dense.add(new Segment(name + "/counts", Shape.of(tasks), Merge.AVERAGE, Start.constant(0)));
    this.horizon = horizon;
  }

  /** The average of a task; NaN before its first number. */
  double get(float[] dense, int task) {
    return (double) dense[sums + task] / dense[counts + task];
  }

  /** How many examples the average holds, decayed. */
  double count(float[] dense, int task) {
    return dense[counts + task];
  }

  /** The average as it would be after {@link #add}; changes nothing. */
  double with(float[] dense, int task, double examples, double value) {
    double kept = Math.exp(-examples / horizon);
    double sum = kept * dense[sums + task] + examples * Math.min(value, LARGEST);
    return sum / (kept * dense[counts + task] + examples);
  }

  /** Takes in the mean {@code value} of {@code examples} examples; nothing if there are none. */
  void add(float[] dense, int task, double examples, double value) {
    if (examples > 0 && value >= 0) {
      double kept = Math.exp(-examples / horizon);
      dense[sums + task] =
          (float) (kept * dense[sums + task] + examples * Math.min(value, LARGEST));
      dense[counts + task] = (float) (kept * dense[counts + task] + examples);
    }
  }
}
