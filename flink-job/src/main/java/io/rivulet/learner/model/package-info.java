/**
 * The model: from rows and features to raw outputs, and from the outputs' gradients back to those
 * of the parameters. Activations are matrices of one column per example.
 */
package io.rivulet.learner.model;
