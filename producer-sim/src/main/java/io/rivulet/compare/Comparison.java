package io.rivulet.compare;

import java.util.List;

/**
 * All that was found.
 *
 * @param title the stream, in a few words
 * @param conditions how it was run, one line each
 * @param columns the tasks
 * @param results the first is that of the tasks alone
 */
record Comparison(
    String title, List<String> conditions, List<Column> columns, List<Result> results) {
  /** The figures of the tasks alone. */
  Result alone() {
    return results.get(0);
  }

  /** What a task gains in a result, against the task alone. */
  Transfer transfer(Result result, int task) {
    return Transfer.of(
        columns.get(task).figure(), result.figures().get(task), alone().figures().get(task));
  }

  /** How much better the best reachable figure of a task is than that of the task alone. */
  double reachable(int task) {
    Column column = columns.get(task);
    return column.figure().gain(column.best(), alone().figures().get(task).mean());
  }

  /** Number of runs of each variant. */
  int seeds() {
    return alone().figures().get(0).values().size();
  }
}
