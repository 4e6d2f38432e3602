package io.rivulet.learner.layout;

/**
 * A part of a parameter array.
 *
 * @param name unique within the array
 * @param length number of floats, at least 0
 * @param merge how concurrent changes are combined
 * @param start what its numbers are before anything was learned
 */
public record Segment(String name, int length, Merge merge, Start start) {}
