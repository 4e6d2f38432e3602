package io.rivulet.onnx;

/** The users' or the items' rows of a batch. */
record Row(Operators operators, Parts parts, Value whole) {
  /** All numbers of a segment. */
  Value read(String segment) {
    return read(segment, 0, parts.of(segment).length());
  }

  /** Some numbers of a segment. */
  Value read(String segment, int from, int length) {
    return operators.columns(whole, parts.of(segment).from() + from, length);
  }
}
