/** How the tasks' losses are weighted against each other. */
package io.rivulet.learner.weighting;
