package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What each output would be if nothing were known of user and item: the running mean of the labels.
 * It is added to the raw outputs, so that the rest of the model learns only what differs from it,
 * and rare labels are predicted as rare from the start.
 */
final class Priors {
  /** Examples after which the first ones are forgotten; a float counts single ones up to here. */
  static final double MEMORY = 1_000_000;

  /** Weight of the mean that is assumed before any label. */
  private static final double START = 2;

  private final List<TaskLoss> losses;
  private final List<RunningMeans> means = new ArrayList<>();

  /** Appends the means to {@code dense}. */
  Priors(List<TaskSpec> tasks, List<TaskLoss> losses, Segments dense) {
    this.losses = losses;
    for (int task = 0; task < losses.size(); task++) {
      TaskLoss loss = losses.get(task);
      Axis outputs = Axis.of(tasks.get(task).outputNames());
      String name = "prior/" + tasks.get(task).name();
      means.add(new RunningMeans(dense, name, outputs, MEMORY, START, loss.neutralTarget()));
    }
  }

  /** The running mean of an output's target. */
  double mean(float[] dense, int task, int output) {
    return means.get(task).mean(dense, output, 0);
  }

  /** What to add to the raw outputs of every example of a batch, in a fresh array. */
  float[] forward(float[] dense) {
    float[] raw = new float[losses.stream().mapToInt(TaskLoss::outputs).sum()];
    int to = 0;
    for (int task = 0; task < losses.size(); task++) {
      TaskLoss loss = losses.get(task);
      for (int output = 0; output < loss.outputs(); output++) {
        raw[to++] = (float) loss.raw(mean(dense, task, output));
      }
    }
    return raw;
  }

  /** Takes a label in. */
  void learn(float[] dense, int task, float label, double weight) {
    TaskLoss loss = losses.get(task);
    for (int output = 0; output < loss.outputs(); output++) {
      means.get(task).add(dense, output, loss.target(label, output), weight);
    }
  }
}
