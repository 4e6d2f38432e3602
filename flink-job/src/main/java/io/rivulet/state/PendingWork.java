package io.rivulet.state;

import io.rivulet.domain.Row;
import io.rivulet.learner.ParameterLayout;

/**
 * The learners' work on one parameter in one round, summed, while the round is still open
 * somewhere.
 *
 * @param contributors number of learners whose work is in it, >= 1
 */
public record PendingWork(Row change, int contributors) {
  /** The first learner's work. */
  public static PendingWork of(Row change) {
    return new PendingWork(change, 1);
  }

  /** This work and another learner's. */
  public PendingWork plus(Row more) {
    return new PendingWork(change.plus(more), contributors + 1);
  }

  /** A new row: the given one with this work merged in. */
  public Row appliedTo(Row row, ParameterLayout layout) {
    float[] values = row.values().clone();
    layout.merge(values, change.values(), contributors);
    return new Row(
        row.count() + change.count(), Math.max(row.lastSeen(), change.lastSeen()), values);
  }
}
