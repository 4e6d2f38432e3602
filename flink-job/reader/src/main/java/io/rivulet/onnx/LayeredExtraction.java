package io.rivulet.onnx;

import io.rivulet.learner.spec.ArchitectureSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Experts of each task beside shared ones, in levels. What is shared comes behind the tasks, as one
 * more that reads from all experts.
 */
record LayeredExtraction(ArchitectureSpec spec, List<String> tasks, Layers layers)
    implements Architecture {
  private static final String SHARED = "shared";

  @Override
  public List<Value> representations(List<Value> views) {
    List<Value> read = Collections.nCopies(tasks.size() + 1, views.get(0));
    for (int level = 0; level < spec.levels(); level++) {
      read = level(level, read);
    }
    return read;
  }

  private List<Value> level(int index, List<Value> read) {
    Experts level = new Experts("level-" + index + "/", spec.hidden().size(), layers);
    Value sharedInput = read.get(tasks.size());
    List<Value> shared = experts(level, SHARED, spec.experts(), sharedInput);
    List<Value> all = new ArrayList<>();
    List<Value> mixtures = new ArrayList<>();
    for (int task = 0; task < tasks.size(); task++) {
      String name = tasks.get(task);
      Value input = read.get(task);
      List<Value> own = experts(level, name, spec.taskExperts(), input);
      all.addAll(own);
      List<Value> chosen = Stream.concat(own.stream(), shared.stream()).toList();
      mixtures.add(level.mixture(name, input, chosen));
    }
    if (index < spec.levels() - 1) {
      all.addAll(shared);
      mixtures.add(level.mixture(SHARED, sharedInput, all));
    }
    return mixtures;
  }

  private static List<Value> experts(Experts level, String name, int count, Value input) {
    return IntStream.range(0, count).mapToObj(i -> level.expert(name + "-" + i, input)).toList();
  }
}
