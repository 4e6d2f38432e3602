/** How good predictions were: mergeable sums for a stream, and exact figures for a stored list. */
package io.rivulet.learner.metric;
