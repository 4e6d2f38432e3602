/**
 * A multi-task recommender that learns one small batch after the other. Plain Java on ND4J: it can
 * be trained in a {@code for} loop.
 *
 * <p>The caller owns the rows of users and items, and passes them in with each {@link
 * io.rivulet.learner.Example}. The {@link io.rivulet.learner.Learner} owns the dense parameters. A
 * {@link io.rivulet.learner.ParameterLayout} tells how each array is laid out, how it begins, and
 * how work done in several places is merged.
 */
package io.rivulet.learner;
