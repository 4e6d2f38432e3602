package io.rivulet.domain;

import java.util.List;
import java.util.Map;

/**
 * How an arm did in one window, over all learners.
 *
 * @param start inclusive, milliseconds since the epoch
 * @param end exclusive, milliseconds since the epoch
 * @param sums the counters of the window
 */
public record WindowMetrics(long start, long end, MetricsDelta sums, List<Task> tasks) {
  /**
   * One task's window.
   *
   * @param examples events with a label for the task
   * @param loss mean loss, NaN without examples
   * @param weight mean task weight, NaN without examples
   * @param metrics by name
   */
  public record Task(
      String name, long examples, double loss, double weight, Map<String, Double> metrics) {}
}
