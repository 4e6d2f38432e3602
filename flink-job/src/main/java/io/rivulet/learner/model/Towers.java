package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A hidden layer and an output layer for each task. All tasks' first layers are one matrix, which
 * is computed task by task: as a whole it would be zeros for the greatest part.
 */
final class Towers {
  private final int tasks;
  private final int representation;
  private final List<Integer> stopped = new ArrayList<>();
  private final Layer hidden;
  private final Layer outputs;

  /**
   * Appends the parameters.
   *
   * @param width of a tower's hidden layer
   * @param representation number of values that each tower reads, one task behind the other
   */
  Towers(Blocks blocks, List<TaskSpec> tasks, int width, int representation) {
    this.tasks = tasks.size();
    this.representation = representation;
    List<Block> hiddenBlocks = new ArrayList<>();
    List<Block> outputBlocks = new ArrayList<>();
    int output = 0;
    for (int i = 0; i < tasks.size(); i++) {
      TaskSpec task = tasks.get(i);
      if (task.stopGradient()) {
        stopped.add(i);
      }
      hiddenBlocks.add(
          blocks.rectified(
              "tower/" + task.name(),
              i * width,
              Axis.of(width),
              i * representation,
              Axis.of(representation)));
      outputBlocks.add(
          blocks.linear(
              "output/" + task.name(),
              output,
              Axis.of(task.outputNames()),
              i * width,
              Axis.of(width)));
      output += task.outputs();
    }
    hidden = Layer.apart(tasks.size() * representation, tasks.size() * width, hiddenBlocks);
    outputs = Layer.whole(tasks.size() * width, output, outputBlocks);
  }

  /** Number of towers. */
  int tasks() {
    return tasks;
  }

  /** Number of values that each tower reads. */
  int representation() {
    return representation;
  }

  /** The tasks whose gradient ends here. */
  List<Integer> stopped() {
    return stopped;
  }

  List<Layer> layers() {
    return List.of(hidden, outputs);
  }

  Pass pass(Passes passes, Activations input) {
    Pass first = passes.rectified(List.of(hidden), input);
    return new Sequence(List.of(first, passes.layer(outputs, first.output())));
  }
}
