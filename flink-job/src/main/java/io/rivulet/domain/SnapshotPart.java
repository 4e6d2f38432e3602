package io.rivulet.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a task contributes to a version of the model. */
public sealed interface SnapshotPart {
  /**
   * A row that has changed since the version before.
   *
   * @param row null for a row that was dropped; not copied
   */
  record ChangedRow(Table table, String id, Row row) implements SnapshotPart {}

  /**
   * What a task says of its part of a table, behind the changed rows. Instead of what it said
   * before: a checkpoint may be aborted when some have said it already.
   *
   * @param task its number among those of the table
   * @param rows rows there are
   * @param offsets by topic-partition the first offset that the task has not learned from; only of
   *     what it has met, and only from learners
   * @param taskWeights those of the newest step, empty if there was none, or no learner is asked
   */
  record TaskReport(
      Table table, int task, long rows, Map<String, Long> offsets, List<Double> taskWeights)
      implements SnapshotPart {}

  /**
   * A window's metrics.
   *
   * @param metrics by {@code task.metric}, of tasks that had examples; maybe not finite
   */
  record Measured(Map<String, Double> metrics) implements SnapshotPart {
    /** What a window says of the model. */
    public static Measured of(WindowMetrics window) {
      Map<String, Double> metrics = new TreeMap<>();
      for (WindowMetrics.Task task : window.tasks()) {
        if (task.examples() > 0) {
          metrics.put(task.name() + ".loss", task.loss());
          task.metrics().forEach((name, value) -> metrics.put(task.name() + "." + name, value));
        }
      }
      return new Measured(metrics);
    }
  }
}
