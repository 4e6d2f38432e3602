package io.rivulet.onnx;

import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.List;

/** The vectors of user and item, and their product by element, for each view. */
final class Vectors implements ViewPart {
  private final List<List<Value>> views = new ArrayList<>();

  Vectors(LearnerSpec spec, int count, Operators operators, Row user, Row item) {
    int length = spec.embedding();
    for (int view = 0; view < count; view++) {
      Value u = user.read("vector", view * length, length);
      Value v = item.read("vector", view * length, length);
      views.add(List.of(u, v, operators.multiply(u, v)));
    }
  }

  @Override
  public List<Value> of(int view) {
    return views.get(view);
  }

  /** The product by element. */
  Value product(int view) {
    return views.get(view).get(2);
  }
}
