package io.rivulet.learner.model;

import io.rivulet.learner.weighting.TaskGradients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers at work. Memory is kept for each size of batch, in powers of two; columns beyond the
 * batch are zero. Not thread-safe.
 */
public final class Network implements AutoCloseable {
  private final Model model;
  private final Products products = new Products();
  private final Dropout dropout;
  private final Map<Layer, LayerWeights> weights = new LinkedHashMap<>();
  private final List<NetworkPass> passes = new ArrayList<>();

  /** Allocates the weights of {@code model}. */
  public Network(Model model) {
    this.model = model;
    dropout = new Dropout(model.dropout());
    model.layers().forEach(layer -> weights.put(layer, LayerWeights.of(layer)));
  }

  /** Takes over the weights that the dense parameters hold now. */
  public void load(float[] dense) {
    for (LayerWeights layer : weights.values()) {
      layer.layer().load(dense, layer.values());
    }
  }

  /** Copies the gradients of the last backward pass to the parameters' indices. */
  public void gather(float[] gradient) {
    for (LayerWeights layer : weights.values()) {
      layer.layer().gather(layer.gradient(), gradient);
    }
  }

  /** The memory for a batch of {@code examples}, at least 1. */
  public NetworkPass pass(int examples) {
    int size = 32 - Integer.numberOfLeadingZeros(examples - 1);
    while (passes.size() <= size) {
      passes.add(null);
    }
    if (passes.get(size) == null) {
      passes.set(size, newPass(new Passes(weights, dropout, products, 1 << size)));
    }
    return passes.get(size);
  }

  private NetworkPass newPass(Passes passes) {
    Architecture architecture = model.architecture();
    Pass towers = model.towers().pass(passes);
    int tasks = model.towers().tasks();
    TaskGradients gradients =
        new TaskGradients(towers.inputGradient(), tasks, architecture.representation());
    return new NetworkPass(
        architecture.pass(passes), towers, dropout, gradients, model.towers().stopped());
  }

  /** Number of calls of ND4J so far. */
  public long calls() {
    return products.calls();
  }

  @Override
  public void close() {
    weights.values().forEach(LayerWeights::close);
    for (NetworkPass pass : passes) {
      if (pass != null) {
        pass.close();
      }
    }
  }
}
