package io.rivulet.learner.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** The layers at work. Memory is kept for the largest batch so far. Not thread-safe. */
public final class Network implements AutoCloseable {
  private final Model model;
  private final Products products = new Products();
  private final Dropout dropout;
  private final Map<Layer, LayerWeights> weights = new LinkedHashMap<>();
  private int room;
  private Activations input;
  private Pass bottom;
  private Pass towers;

  /** Allocates the weights of {@code model}. */
  public Network(Model model) {
    this.model = model;
    dropout = new Dropout(model.dropout());
    model.layers().forEach(layer -> weights.put(layer, LayerWeights.of(layer)));
  }

  /** Takes over the weights that the dense parameters hold now. */
  public void load(float[] dense) {
    weights.values().forEach(layer -> layer.load(dense));
  }

  /** Copies the gradients of the last backward pass to the parameters' indices. */
  public void gather(float[] gradient) {
    weights.values().forEach(layer -> layer.gather(gradient));
  }

  /** A batch of {@code examples}, at least 1; the one before has come to its end. */
  public NetworkPass pass(int examples) {
    if (examples > room) {
      release();
      room = Integer.highestOneBit(2 * examples - 1);
      Passes passes = new Passes(weights, dropout, products, room);
      input = Activations.of(model.inputs().width(), model.inputs().learned(), room);
      bottom = model.architecture().pass(passes, input);
      towers = model.towers().pass(passes, bottom.output());
    }
    return new NetworkPass(bottom, towers, dropout, model.towers(), examples);
  }

  private void release() {
    if (input != null) {
      input.close();
      bottom.close();
      towers.close();
    }
  }

  /** Number of products of layers so far. */
  public long calls() {
    return products.calls();
  }

  @Override
  public void close() {
    weights.values().forEach(LayerWeights::close);
    release();
  }
}
