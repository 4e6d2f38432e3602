package io.rivulet.learner;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Arrays;

/**
 * Dense parameters by the names of their segments.
 *
 * @param spec the model
 * @param dense its parameters
 */
@SuppressWarnings("ArrayRecordComponent") // carries an array, is never compared
record DenseView(LearnerSpec spec, float[] dense) {
  /** A copy of a segment. */
  float[] segment(String name) {
    int offset = 0;
    for (Segment segment : new Model(spec).dense().list()) {
      if (segment.name().equals(name)) {
        return Arrays.copyOfRange(dense, offset, offset + segment.length());
      }
      offset += segment.length();
    }
    throw new IllegalArgumentException("No segment " + name);
  }
}
