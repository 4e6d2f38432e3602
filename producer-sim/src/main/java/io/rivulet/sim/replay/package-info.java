/**
 * Public data sets of ratings, read from their original files and replayed in the order of time.
 */
package io.rivulet.sim.replay;
