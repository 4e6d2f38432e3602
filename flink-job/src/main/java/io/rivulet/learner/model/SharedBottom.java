package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import java.util.ArrayList;
import java.util.List;

/** The same layers for all tasks (Caruana, "Multitask learning", Machine Learning 28, 1997). */
final class SharedBottom implements Architecture {
  private final List<Layer> layers = new ArrayList<>();
  private final int tasks;
  private final int representation;

  /** Appends the layers to those that {@code blocks} makes. */
  SharedBottom(Blocks blocks, List<Integer> hidden, int tasks, Axis inputs) {
    this.tasks = tasks;
    Axis width = inputs;
    for (int next : hidden) {
      Block block = blocks.rectified("hidden-" + layers.size(), 0, Axis.of(next), 0, width);
      layers.add(Layer.whole(width.length(), next, List.of(block)));
      width = Axis.of(next);
    }
    representation = width.length();
  }

  @Override
  public List<Layer> layers() {
    return layers;
  }

  @Override
  public int representation() {
    return representation;
  }

  @Override
  public Pass pass(Passes passes, Activations input) {
    Pass hidden = passes.rectified(layers, input);
    return new Sequence(List.of(hidden, new Spread(hidden.output(), tasks, passes.room())));
  }
}
