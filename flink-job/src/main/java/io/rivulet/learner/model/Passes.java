package io.rivulet.learner.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes passes for batches up to one size.
 *
 * @param weights the native memory of each layer
 * @param dropout behind each rectifier
 * @param room how many columns they have
 */
record Passes(Map<Layer, LayerWeights> weights, Dropout dropout, Products products, int room) {
  /** A layer alone. */
  Pass layer(Layer layer) {
    return new LayerPass(weights.get(layer), false, dropout, products, room);
  }

  /** A hidden layer. */
  Pass rectified(Layer layer) {
    return new LayerPass(weights.get(layer), true, dropout, products, room);
  }

  /** Hidden layers. */
  List<Pass> rectified(List<Layer> layers) {
    List<Pass> passes = new ArrayList<>();
    layers.forEach(layer -> passes.add(rectified(layer)));
    return passes;
  }
}
