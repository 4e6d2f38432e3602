package io.rivulet.snapshot;

import io.rivulet.domain.Table;
import java.util.List;
import java.util.Map;

/**
 * What a manifest says of a version besides what its records are.
 *
 * @param createdAt milliseconds since the epoch
 * @param offsets by topic-partition the first offset that the version does not include
 * @param taskWeights in the order of the tasks; empty if none were used yet
 * @param metrics the newest window's, by {@code task.metric}, finite
 * @param totals rows of the whole model
 * @param scoreError as {@link ScoreError} measures it
 */
public record VersionFacts(
    long createdAt,
    Map<String, Long> offsets,
    List<Double> taskWeights,
    Map<String, Double> metrics,
    Map<Table, Long> totals,
    Map<String, Double> scoreError) {}
