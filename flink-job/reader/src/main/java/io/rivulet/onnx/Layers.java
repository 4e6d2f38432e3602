package io.rivulet.onnx;

/** Layers with the weights that were learned. */
record Layers(Operators operators, Dense dense) {
  /** kernel·input + bias */
  Value linear(String name, Value input) {
    float[] kernel = dense.read(name + "/kernel");
    float[] bias = dense.read(name + "/bias");
    int inputs = kernel.length / bias.length;
    Graph graph = operators.graph();
    Value product =
        operators.matrixProduct(
            input, graph.parameters(name + "/kernel", kernel, inputs, bias.length));
    return operators.add(product, graph.parameters(name + "/bias", bias, 1, bias.length));
  }

  /** The same with a rectifier behind it. */
  Value rectified(String name, Value input) {
    return operators.rectified(linear(name, input));
  }
}
