package io.rivulet.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the publishing of versions has come.
 *
 * @param version the newest version published, 0 if none that others can build on
 * @param listed the versions that are listed in the topic, oldest first
 * @param offsets by topic-partition the first offset that the newest model does not include
 * @param taskWeights the newest known, empty if none are
 * @param metrics those of each task's newest window with examples, by {@code task.metric}
 * @param publishedMetrics those that the newest version was published with
 */
public record SnapshotProgress(
    long version,
    List<Long> listed,
    Map<String, Long> offsets,
    List<Double> taskWeights,
    Map<String, Double> metrics,
    Map<String, Double> publishedMetrics) {
  /** Nothing published, nothing known. */
  public static final SnapshotProgress NONE =
      new SnapshotProgress(0, List.of(), Map.of(), List.of(), Map.of(), Map.of());

  /** What is left if the next version cannot build on one before. */
  public SnapshotProgress anew() {
    return new SnapshotProgress(0, listed, offsets, List.of(), Map.of(), Map.of());
  }

  /** This with what a task says of its part. */
  public SnapshotProgress plus(SnapshotPart.TaskReport report) {
    Map<String, Long> furthest = new TreeMap<>(offsets);
    report.offsets().forEach((partition, next) -> furthest.merge(partition, next, Math::max));
    List<Double> weights = report.taskWeights().isEmpty() ? taskWeights : report.taskWeights();
    return new SnapshotProgress(version, listed, furthest, weights, metrics, publishedMetrics);
  }

  /**
   * This with the metrics of a newer window; of a task that had no examples the older ones stay.
   */
  public SnapshotProgress measured(Map<String, Double> window) {
    Map<String, Double> newest = new TreeMap<>(metrics);
    newest.putAll(window);
    return new SnapshotProgress(version, listed, offsets, taskWeights, newest, publishedMetrics);
  }

  /**
   * This after a version was published.
   *
   * @param mostListed how many versions stay listed, the newest ones
   */
  public SnapshotProgress published(long number, int mostListed) {
    List<Long> versions = new ArrayList<>(listed);
    versions.remove(number);
    versions.add(number);
    List<Long> newest =
        List.copyOf(versions.subList(Math.max(0, versions.size() - mostListed), versions.size()));
    return new SnapshotProgress(number, newest, offsets, taskWeights, metrics, metrics);
  }
}
