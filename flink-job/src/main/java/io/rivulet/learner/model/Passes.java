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
  Pass layer(Layer layer, Activations input) {
    return new LayerPass(weights.get(layer), false, dropout, products, input, false, room);
  }

  /** Hidden layers, one behind the other. */
  Pass rectified(List<Layer> layers, Activations input) {
    return rectified(layers, input, false);
  }

  /**
   * The same on an input of which another pass has computed the gradient before: theirs is added.
   */
  Pass rectifiedBeside(List<Layer> layers, Activations input) {
    return rectified(layers, input, true);
  }

  private Pass rectified(List<Layer> layers, Activations input, boolean beside) {
    List<Pass> passes = new ArrayList<>();
    Activations from = input;
    for (Layer layer : layers) {
      boolean adds = beside && passes.isEmpty();
      Pass pass = new LayerPass(weights.get(layer), true, dropout, products, from, adds, room);
      passes.add(pass);
      from = pass.output();
    }
    return new Sequence(passes);
  }
}
