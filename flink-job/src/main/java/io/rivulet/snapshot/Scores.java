package io.rivulet.snapshot;

import java.util.List;

/**
 * Predictions made with one version of a model.
 *
 * @param cold whether the model has no row of the user: it was computed with the one that its hash
 *     gives
 * @param items in the order in which they were asked for
 */
public record Scores(long modelVersion, boolean cold, List<ItemScore> items) {}
