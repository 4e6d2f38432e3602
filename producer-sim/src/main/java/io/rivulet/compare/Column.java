package io.rivulet.compare;

/**
 * A task in the comparison.
 *
 * @param best the best reachable figure, NaN where it is not known
 */
record Column(String task, Figure figure, double best) {}
