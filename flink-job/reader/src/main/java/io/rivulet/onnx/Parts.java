package io.rivulet.onnx;

import io.rivulet.learner.layout.ArraySchema;
import java.util.HashMap;
import java.util.Map;

/** Where the segments of a parameter array lie. */
final class Parts {
  /**
   * A stretch of an array.
   *
   * @param from index of its first number
   */
  record Part(int from, int length) {}

  private final Map<String, Part> byName = new HashMap<>();

  Parts(ArraySchema schema) {
    int from = 0;
    for (ArraySchema.Part part : schema.parts()) {
      int length = part.shape().length();
      if (byName.put(part.name(), new Part(from, length)) != null) {
        throw new IllegalArgumentException("two segments have the name '" + part.name() + "'");
      }
      from += length;
    }
  }

  /** A segment. */
  Part of(String name) {
    Part part = byName.get(name);
    if (part == null) {
      throw new IllegalStateException("the layout has no segment '" + name + "'");
    }
    return part;
  }
}
