/** How parameter arrays are divided: what begins where, with what, and how it is merged. */
package io.rivulet.learner.layout;
