package io.rivulet.learner.model;

/**
 * Gradients at the indices of their parameters.
 *
 * @param user of the user's row
 * @param item of the item's row
 * @param dense of the dense parameters
 */
@SuppressWarnings("ArrayRecordComponent") // carries arrays, is never compared
public record Gradients(float[] user, float[] item, float[] dense) {}
