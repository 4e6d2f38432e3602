package io.rivulet.learner.oracle;

import io.rivulet.learner.spec.ArchitectureSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** From inputs to what each task's tower puts out, as matrices of one row per example. */
final class Layers {
  private static final String SHARED = "shared";

  private final SameDiff graph;
  private final ArchitectureSpec architecture;
  private final List<String> tasks;
  private final Parameters dense;

  Layers(SameDiff graph, LearnerSpec spec, Parameters dense) {
    this.graph = graph;
    this.architecture = spec.architecture();
    this.tasks = spec.towers().stream().map(TaskSpec::name).toList();
    this.dense = dense;
  }

  /** What each tower reads, given the one input or, for single tasks, one per task. */
  List<SDVariable> representations(List<SDVariable> inputs) {
    SDVariable input = inputs.get(0);
    return switch (architecture.type()) {
      case SHARED_BOTTOM -> {
        SDVariable shared = hidden("", "", input);
        yield tasks.stream().map(task -> shared).toList();
      }
      case SINGLE_TASK -> {
        List<SDVariable> own = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
          own.add(hidden("", "/" + tasks.get(task), inputs.get(task)));
        }
        yield own;
      }
      case MMOE -> {
        List<SDVariable> experts = new ArrayList<>();
        for (int i = 0; i < architecture.experts(); i++) {
          experts.add(hidden("", "/expert-" + i, input));
        }
        yield tasks.stream().map(task -> mixed("gate/" + task, input, experts)).toList();
      }
      case PLE -> extracted(input);
    };
  }

  /** The raw output of a task's tower, without what stands beside the network. */
  SDVariable tower(TaskSpec task, SDVariable representation) {
    String name = task.name();
    SDVariable hidden = rectified(affine("tower/" + name, representation, architecture.tower()));
    return affine("output/" + name, hidden, task.outputs());
  }

  private List<SDVariable> extracted(SDVariable input) {
    List<SDVariable> read = new ArrayList<>(tasks.stream().map(task -> input).toList());
    SDVariable readByShared = input;
    for (int level = 0; level < architecture.levels(); level++) {
      String prefix = "level-" + level + "/";
      List<SDVariable> shared = experts(prefix, SHARED, architecture.experts(), readByShared);
      List<SDVariable> all = new ArrayList<>();
      for (int task = 0; task < tasks.size(); task++) {
        SDVariable from = read.get(task);
        List<SDVariable> own = experts(prefix, tasks.get(task), architecture.taskExperts(), from);
        all.addAll(own);
        own.addAll(shared);
        read.set(task, mixed(prefix + "gate/" + tasks.get(task), from, own));
      }
      if (level < architecture.levels() - 1) {
        all.addAll(shared);
        readByShared = mixed(prefix + "gate/" + SHARED, readByShared, all);
      }
    }
    return read;
  }

  private List<SDVariable> experts(String prefix, String group, int count, SDVariable input) {
    List<SDVariable> experts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      experts.add(hidden(prefix, "/" + group + "-" + i, input));
    }
    return experts;
  }

  private SDVariable hidden(String prefix, String suffix, SDVariable input) {
    SDVariable x = input;
    for (int i = 0; i < architecture.hidden().size(); i++) {
      int width = architecture.hidden().get(i);
      x = rectified(affine(prefix + "hidden-" + i + suffix, x, width));
    }
    return x;
  }

  private SDVariable mixed(String gate, SDVariable input, List<SDVariable> experts) {
    SDVariable shares = graph.nn().softmax(affine(gate, input, experts.size()), 1);
    SDVariable sum = null;
    for (int i = 0; i < experts.size(); i++) {
      SDVariable part = experts.get(i).mul(Selection.columns(graph, shares, experts.size(), i, 1));
      sum = sum == null ? part : sum.add(part);
    }
    return sum;
  }

  private SDVariable rectified(SDVariable x) {
    return graph.nn().relu(x, 0);
  }

  /** x·W + b; the kernel holds the weights of one input after those of another. */
  private SDVariable affine(String name, SDVariable x, int outputs) {
    return x.mmul(dense.get(name + "/kernel", outputs)).add(dense.get(name + "/bias"));
  }
}
