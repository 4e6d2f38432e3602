/** In which order items are shown, so that those of which little is known are met as well. */
package io.rivulet.learner.exploration;
