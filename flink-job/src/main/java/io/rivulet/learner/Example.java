package io.rivulet.learner;

/**
 * One example. The arrays belong to the caller; {@link Learner#learn} changes {@code user} and
 * {@code item} in place and nothing else.
 *
 * @param user the user's row, {@code Layouts.rows(spec).length()} floats
 * @param item the item's row, of the same length
 * @param features what else is known
 * @param labels one per task, NaN where missing: 0 to 1 for binary and product, the label's own
 *     unit for regression, the class's index for multiclass
 * @param weight importance, finite and at least 0; the example's losses are multiplied by it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of live arrays, never compared
public record Example(
    float[] user, float[] item, Features features, float[] labels, float weight) {}
