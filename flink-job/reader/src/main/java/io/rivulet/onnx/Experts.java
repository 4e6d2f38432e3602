package io.rivulet.onnx;

import java.util.List;

/**
 * The experts and gates of one level.
 *
 * @param prefix of their names
 * @param depth number of layers of an expert
 */
record Experts(String prefix, int depth, Layers layers) {
  /** An expert's output. */
  Value expert(String name, Value input) {
    Value output = input;
    for (int i = 0; i < depth; i++) {
      output = layers.rectified(prefix + "hidden-" + i + "/" + name, output);
    }
    return output;
  }

  /** The mean of experts' outputs, weighted with the softmax of a gate's numbers. */
  Value mixture(String gate, Value input, List<Value> experts) {
    Operators operators = layers.operators();
    Value weights = operators.softmax(layers.linear(prefix + "gate/" + gate, input));
    Value outputs =
        operators.joined(experts.stream().map(expert -> operators.withAxis(expert, 1)).toList(), 1);
    Value mean = operators.matrixProduct(operators.withAxis(weights, 1), outputs);
    return operators.withoutAxis(mean, 1);
  }
}
