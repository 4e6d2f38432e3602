package io.rivulet.snapshot;

import java.util.Map;

/**
 * How good an item is for a user.
 *
 * @param score to rank by, in [0, 1]: higher ranks first; NaN if a task cannot be computed
 * @param tasks by name, in the model's order. binary and product: one probability. regression: one
 *     value in the label's unit. multiclass: one probability per class, in the model's order
 * @param cold whether the model has no row of the item: it was computed with the one that its hash
 *     gives
 * @param problem what of the item's facts could not be computed with, null if nothing
 */
public record ItemScore(
    String itemId, float score, Map<String, float[]> tasks, boolean cold, String problem) {}
