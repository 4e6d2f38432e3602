/** Rules by which gradients move parameters. */
package io.rivulet.learner.optim;
