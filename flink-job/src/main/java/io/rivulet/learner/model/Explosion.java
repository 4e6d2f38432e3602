package io.rivulet.learner.model;

/**
 * A gradient that is not finite or too large.
 *
 * @param example whose it is
 * @param task whose it is; within the network the index of a layer's block
 */
public record Explosion(int example, int task) {}
