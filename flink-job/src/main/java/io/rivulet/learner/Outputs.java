package io.rivulet.learner;

import io.rivulet.learner.fusion.Fusion;
import io.rivulet.learner.fusion.Fusions;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.util.ArrayList;
import java.util.List;

/** Where each task's numbers stand in a prediction, and the one score to rank by. */
public final class Outputs {
  private final List<TaskSpec> tasks;
  private final int[] offsets;

  /** The tasks that say how good an item is. */
  private final List<Integer> ranking = new ArrayList<>();

  private final Fusion fusion;

  /** Lays out the predictions of {@code spec}'s tasks. */
  public Outputs(LearnerSpec spec) {
    tasks = spec.tasks();
    fusion = Fusions.of(spec);
    offsets = new int[tasks.size() + 1];
    for (int task = 0; task < tasks.size(); task++) {
      offsets[task + 1] = offsets[task] + tasks.get(task).outputs();
      if (tasks.get(task).type() != TaskType.MULTICLASS) {
        ranking.add(task);
      }
    }
  }

  /** Number of tasks. */
  public int tasks() {
    return tasks.size();
  }

  /** Name of a task. */
  String name(int task) {
    return tasks.get(task).name();
  }

  /** Index of the first number of {@code task} in a prediction. */
  public int offset(int task) {
    return offsets[task];
  }

  /** How many numbers {@code task} has in a prediction. */
  public int length(int task) {
    return offsets[task + 1] - offsets[task];
  }

  /** Length of a prediction. */
  public int length() {
    return offsets[tasks.size()];
  }

  /**
   * The score to rank items by, in [0, 1], made from the binary tasks' probabilities and the
   * regressions' predictions, each mapped to [0, 1] by its range. A multiclass task says of what
   * kind an item is, not how good, and takes no part; with no other task the score is 0.
   */
  public float fuse(float[] prediction) {
    double[] scores = new double[ranking.size()];
    for (int i = 0; i < scores.length; i++) {
      int task = ranking.get(i);
      scores[i] = tasks.get(task).score(prediction[offsets[task]]);
    }
    return scores.length == 0 ? 0 : (float) fusion.fuse(scores);
  }
}
