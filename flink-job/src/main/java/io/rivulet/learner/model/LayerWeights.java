package io.rivulet.learner.model;

/** A layer's weights and their gradient outside the heap. */
record LayerWeights(Layer layer, Matrix values, Matrix gradient) implements AutoCloseable {
  static LayerWeights of(Layer layer) {
    return new LayerWeights(layer, layer.newWeights(), layer.newGradient());
  }

  @Override
  public void close() {
    values.close();
    gradient.close();
  }
}
