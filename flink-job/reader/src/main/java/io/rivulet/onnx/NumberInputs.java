package io.rivulet.onnx;

import io.rivulet.learner.model.InputScale;
import java.util.List;

/** Numeric features, brought to mean 0 and deviation 1; what is not known counts as the mean. */
record NumberInputs(Operators operators, Dense dense, Value numbers) implements ViewPart {
  @Override
  public List<Value> of(int view) {
    Graph graph = operators.graph();
    float[] means = dense.read("number/mean");
    float[] factors = factors();
    Value off =
        operators.subtract(
            numbers, graph.parameters("number/mean/" + view, means, 1, means.length));
    Value scaled =
        operators.multiply(
            off, graph.parameters("number/factor/" + view, factors, 1, factors.length));
    float largest = (float) InputScale.LARGEST;
    Value known = operators.known(scaled, graph.floats(0));
    return List.of(operators.limited(known, graph.floats(-largest), graph.floats(largest)));
  }

  /** 1/σ; 0 for a feature that has always been the same. */
  private float[] factors() {
    float[] counts = dense.read("number/count");
    float[] squares = dense.read("number/squares");
    float[] factors = new float[counts.length];
    for (int i = 0; i < factors.length; i++) {
      double variance = squares[i] / Math.max(1, counts[i]);
      factors[i] = variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0;
    }
    return factors;
  }
}
