package io.rivulet.learner;

import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.loss.TaskLosses;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.weighting.TaskSignals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tasks' losses, and their weighted sum. */
final class Objective {
  private final Outputs outputs;
  private final List<TaskSpec> tasks;
  private final List<TaskLoss> losses = new ArrayList<>();

  Objective(LearnerSpec spec) {
    outputs = new Outputs(spec);
    tasks = spec.tasks();
    tasks.forEach(task -> losses.add(TaskLosses.of(task)));
  }

  Outputs outputs() {
    return outputs;
  }

  /**
   * Computes an example's predictions, its losses, and the losses' unweighted gradients.
   *
   * @param raw the raw outputs from index {@code at} on
   */
  void evaluate(Example example, int index, float[] raw, int at, StepResult result) {
    for (int i = 0; i < outputs.length(); i++) {
      if (!Float.isFinite(raw[at + i])) {
        result.reject(index, "a prediction is not finite");
        return;
      }
    }
    if (!(example.weight() >= 0) || Float.isInfinite(example.weight())) {
      result.reject(index, "the weight " + example.weight() + " is not finite and at least 0");
    }
    float[] predictions = result.predictions();
    float[] gradient = result.gradients();
    int to = index * outputs.length();
    for (int task = 0; task < losses.size(); task++) {
      TaskLoss loss = losses.get(task);
      int from = at + outputs.offset(task);
      loss.predict(raw, from, predictions, to + outputs.offset(task));
      float label = example.labels()[task];
      if (!Float.isNaN(label)) {
        String problem = loss.problem(label);
        if (problem == null) {
          result.loss(index, task, loss.loss(raw, from, label, gradient));
          result.curvature(index, task, loss.curvature(raw, from));
        } else {
          result.reject(
              index, "the label " + label + " of task " + tasks.get(task).name() + " " + problem);
        }
      }
    }
  }

  /** Marks the examples that can be trained on. */
  void select(List<Example> batch, StepResult result) {
    for (int i = 0; i < batch.size(); i++) {
      result.train(i, batch.get(i).weight() > 0);
    }
  }

  /**
   * Writes the gradients of the trained examples, times the weights of tasks and examples, to
   * {@code gradient}; the rest of it becomes 0.
   */
  void weigh(List<Example> batch, StepResult result, float[] gradient) {
    Arrays.fill(gradient, 0);
    for (int i = 0; i < batch.size(); i++) {
      float weight = result.trained(i) ? batch.get(i).weight() : 0;
      int at = i * (outputs.length() + 1);
      for (int task = 0; task < losses.size(); task++) {
        float factor = (float) (weight * result.weight(task));
        int from = at + outputs.offset(task);
        for (int j = from; j < from + outputs.length(task); j++) {
          gradient[j] = factor == 0 ? 0 : factor * result.gradients()[j];
        }
      }
    }
  }

  /** What the trained examples tell of the tasks before the backward pass. */
  TaskSignals signals(List<Example> batch, StepResult result) {
    double[] examples = new double[losses.size()];
    double[] sums = new double[losses.size()];
    double[] squares = new double[losses.size()];
    double[] curvatures = new double[losses.size()];
    double[] unknown = new double[losses.size()];
    for (int i = 0; i < batch.size(); i++) {
      float weight = result.trained(i) ? batch.get(i).weight() : 0;
      for (int task = 0; task < sums.length; task++) {
        if (weight > 0 && !Double.isNaN(result.loss(i, task))) {
          examples[task] += weight;
          sums[task] += weight * result.loss(i, task);
          curvatures[task] += weight * result.curvature(i, task);
          squares[task] += weight * square(i, task, result.gradients());
        }
      }
    }
    for (int task = 0; task < sums.length; task++) {
      unknown[task] = Double.NaN;
      sums[task] = examples[task] == 0 ? Double.NaN : sums[task] / examples[task];
      curvatures[task] = examples[task] == 0 ? Double.NaN : curvatures[task] / examples[task];
      squares[task] = examples[task] == 0 ? Double.NaN : Math.sqrt(squares[task] / examples[task]);
    }
    return new TaskSignals(examples, sums, squares, curvatures, unknown);
  }

  /** The squared norm of an example's gradient at the outputs of a task. */
  private double square(int example, int task, float[] gradients) {
    int from = example * (outputs.length() + 1) + outputs.offset(task);
    double square = 0;
    for (int i = from; i < from + outputs.length(task); i++) {
      square += (double) gradients[i] * gradients[i];
    }
    return square;
  }
}
