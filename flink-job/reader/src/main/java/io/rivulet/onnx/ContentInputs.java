package io.rivulet.onnx;

import io.rivulet.learner.spec.ContentSpec;
import java.util.List;

/** The learned projection of the item's content vector. */
record ContentInputs(ContentSpec spec, Operators operators, Dense dense, Value content)
    implements ViewPart {
  @Override
  public List<Value> of(int view) {
    int length = spec.length();
    int dimension = spec.dimension();
    float[] rows = dense.read("content", view * length * dimension, length * dimension);
    float[] kernel = new float[rows.length];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < length; j++) {
        kernel[j * dimension + i] = rows[i * length + j];
      }
    }
    Value projection = operators.graph().parameters("content/" + view, kernel, length, dimension);
    return List.of(operators.matrixProduct(content, projection));
  }
}
