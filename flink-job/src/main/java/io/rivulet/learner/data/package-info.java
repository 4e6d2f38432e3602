/** From events to examples, and from a stream of examples to batches. */
package io.rivulet.learner.data;
