/**
 * The model written down once more for ND4J's SameDiff, from the specification and the names of the
 * parameters: what the learner's losses and gradients are checked against.
 */
package io.rivulet.learner.oracle;
