package io.rivulet.onnx;

import java.util.ArrayList;
import java.util.List;

/** Layers of its own for each task, on a view of its own. */
record SingleTask(int depth, List<String> tasks, Layers layers) implements Architecture {
  @Override
  public List<Value> representations(List<Value> views) {
    List<Value> representations = new ArrayList<>();
    for (int task = 0; task < tasks.size(); task++) {
      Value own = views.get(task);
      for (int i = 0; i < depth; i++) {
        own = layers.rectified("hidden-" + i + "/" + tasks.get(task), own);
      }
      representations.add(own);
    }
    return representations;
  }
}
