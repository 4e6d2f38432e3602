package io.rivulet.state;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.ParameterLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** An owner of one parameter in plain Java: merges a round when every learner has closed it. */
final class SimulatedOwner {
  private final ParameterLayout layout;
  private final long[] closed;
  private final TreeMap<Long, PendingWork> pending = new TreeMap<>();
  private Row row;

  SimulatedOwner(ParameterLayout layout, float[] initial, int learners) {
    this.layout = layout;
    row = new Row(0, 0, initial.clone());
    closed = new long[learners];
    Arrays.fill(closed, Long.MIN_VALUE);
  }

  /** Takes one learner's round in and returns the values that can be published now. */
  List<ParameterValue> closed(int learner, long round, Row work) {
    if (work != null) {
      pending.merge(round, PendingWork.of(work), (all, more) -> all.plus(more.change()));
    }
    closed[learner] = round;
    long watermark = Arrays.stream(closed).min().orElseThrow();
    List<ParameterValue> published = new ArrayList<>();
    while (!pending.isEmpty() && pending.firstKey() <= watermark) {
      var merged = pending.pollFirstEntry();
      row = merged.getValue().appliedTo(row, layout);
      published.add(ParameterValue.of(Table.DENSE, "x", merged.getKey(), row));
    }
    return published;
  }

  Row row() {
    return row;
  }
}
