package io.rivulet.onnx;

import java.util.Collections;
import java.util.List;

/** The same hidden layers for all tasks. */
record SharedBottom(int depth, int tasks, Layers layers) implements Architecture {
  @Override
  public List<Value> representations(List<Value> views) {
    Value shared = views.get(0);
    for (int i = 0; i < depth; i++) {
      shared = layers.rectified("hidden-" + i, shared);
    }
    return Collections.nCopies(tasks, shared);
  }
}
