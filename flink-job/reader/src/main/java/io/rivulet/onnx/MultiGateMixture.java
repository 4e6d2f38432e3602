package io.rivulet.onnx;

import io.rivulet.learner.spec.ArchitectureSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Experts for all tasks, and a gate per task. */
record MultiGateMixture(ArchitectureSpec spec, List<String> tasks, Layers layers)
    implements Architecture {
  @Override
  public List<Value> representations(List<Value> views) {
    Experts level = new Experts("", spec.hidden().size(), layers);
    Value input = views.get(0);
    List<Value> experts =
        IntStream.range(0, spec.experts())
            .mapToObj(i -> level.expert("expert-" + i, input))
            .toList();
    return tasks.stream().map(task -> level.mixture(task, input, experts)).toList();
  }
}
