package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers of its own for each task, on a view of the input of its own: the tasks learn nothing from
 * each other. What sharing gains or costs is measured against this.
 */
final class SingleTask implements Architecture {
  private final List<Layer> layers = new ArrayList<>();
  private final int representation;

  /** Appends the layers of {@code tasks}, each of which reads a view of its own. */
  SingleTask(Blocks blocks, List<Integer> hidden, List<String> tasks, Axis inputs) {
    Axis width = inputs;
    for (int next : hidden) {
      List<Block> own = new ArrayList<>();
      for (int task = 0; task < tasks.size(); task++) {
        String name = "hidden-" + layers.size() + "/" + tasks.get(task);
        own.add(blocks.rectified(name, task * next, Axis.of(next), task * width.length(), width));
      }
      layers.add(Layer.whole(tasks.size() * width.length(), tasks.size() * next, own));
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
    return passes.rectified(layers, input);
  }
}
