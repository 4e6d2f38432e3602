/**
 * Compares architectures and weightings on one stream, in memory: what tasks gain or lose by
 * sharing, as a table, as CSV and as a plot.
 */
package io.rivulet.compare;
