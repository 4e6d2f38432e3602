package io.rivulet.onnx;

import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Arrays;

/** The parameters that all examples share. */
final class Dense {
  private final Parts parts;
  private final float[] numbers;

  /**
   * The parameters of a model.
   *
   * @throws IllegalArgumentException if they are not as many as the model has
   */
  Dense(LearnerSpec spec, float[] numbers) {
    ParameterLayout layout = Layouts.dense(spec);
    if (numbers.length != layout.length()) {
      throw new IllegalArgumentException(
          String.format(
              "found %d dense parameters where the specification asks for %d: export a model with"
                  + " the specification that it was learned with",
              numbers.length, layout.length()));
    }
    parts = new Parts(layout.schema());
    this.numbers = numbers;
  }

  /** All numbers of a segment. */
  float[] read(String segment) {
    return read(segment, 0, parts.of(segment).length());
  }

  /**
   * Some numbers of a segment.
   *
   * @throws IllegalArgumentException if one of them is not finite
   */
  float[] read(String segment, int from, int length) {
    int first = parts.of(segment).from() + from;
    for (int i = first; i < first + length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new IllegalArgumentException(
            String.format(
                "number %d of the dense parameters, in '%s', is %s: export another version",
                i, segment, numbers[i]));
      }
    }
    return Arrays.copyOfRange(numbers, first, first + length);
  }
}
