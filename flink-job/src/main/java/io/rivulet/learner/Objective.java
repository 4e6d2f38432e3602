package io.rivulet.learner;

import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.loss.TaskLosses;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.weighting.TaskSignals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tasks' losses, and their weighted sum. */
final class Objective {
  private final Outputs outputs;
  private final List<TaskLoss> losses = new ArrayList<>();

  /** The raw outputs of an example of which nothing is known, and the gradient there. */
  private final float[] prior;

  private final float[] priorGradient;

  Objective(LearnerSpec spec) {
    outputs = new Outputs(spec);
    spec.tasks().forEach(task -> losses.add(TaskLosses.of(task)));
    prior = new float[outputs.length()];
    priorGradient = new float[outputs.length()];
  }

  Outputs outputs() {
    return outputs;
  }

  /** The raw outputs of an example of which nothing is known, to be filled in for each batch. */
  float[] prior() {
    return prior;
  }

  /**
   * Computes an example's predictions, its losses, and the losses' unweighted gradients.
   *
   * @param raw the raw outputs from index {@code at} on
   */
  void evaluate(Example example, int index, float[] raw, int at, StepResult result) {
    if (!(example.weight() >= 0) || Float.isInfinite(example.weight())) {
      result.reject(index, "the weight " + example.weight() + " is not finite and at least 0");
    }
    boolean any = false;
    for (int task = 0; task < losses.size(); task++) {
      if (finite(raw, at + outputs.offset(task), outputs.length(task))) {
        any = true;
        int to = index * outputs.length() + outputs.offset(task);
        losses.get(task).predict(raw, at + outputs.offset(task), result.predictions(), to);
        measure(example, index, task, raw, at + outputs.offset(task), result);
      } else if (!Float.isNaN(example.labels()[task])) {
        result.reject(index, task, "the prediction is not finite");
      }
    }
    if (!any) {
      result.reject(index, "no prediction is finite");
    }
  }

  /** Computes the loss of one task, if the example has a label for it, and its gradient. */
  private void measure(
      Example example, int index, int task, float[] raw, int from, StepResult result) {
    float label = example.labels()[task];
    if (Float.isNaN(label)) {
      return;
    }
    TaskLoss loss = losses.get(task);
    String problem = loss.problem(label);
    if (problem != null) {
      result.reject(index, task, "the label " + label + " " + problem);
      return;
    }
    double value = loss.loss(raw, from, label, result.gradients());
    if (Double.isFinite(value) && finite(result.gradients(), from, outputs.length(task))) {
      result.loss(index, task, value);
      result.curvature(index, task, loss.curvature(raw, from));
      measurePrior(loss, label, index, task, result);
    } else {
      result.reject(index, task, "the loss or its gradient is not finite");
    }
  }

  private void measurePrior(TaskLoss loss, float label, int index, int task, StepResult result) {
    int from = outputs.offset(task);
    double unused = loss.loss(prior, from, label, priorGradient);
    double square = square(priorGradient, from, outputs.length(task));
    result.prior(index, task, square, loss.curvature(prior, from));
  }

  private static boolean finite(float[] numbers, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!Float.isFinite(numbers[i])) {
        return false;
      }
    }
    return true;
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
        double factor = Double.isNaN(result.loss(i, task)) ? 0 : weight * result.weight(task);
        int from = at + outputs.offset(task);
        for (int j = from; j < from + outputs.length(task); j++) {
          gradient[j] = (float) (factor * result.gradients()[j]);
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
    double[] priorSquares = new double[losses.size()];
    double[] priorCurvatures = new double[losses.size()];
    double[] unknown = new double[losses.size()];
    for (int i = 0; i < batch.size(); i++) {
      float weight = result.trained(i) ? batch.get(i).weight() : 0;
      for (int task = 0; task < sums.length; task++) {
        if (weight > 0 && !Double.isNaN(result.loss(i, task))) {
          examples[task] += weight;
          sums[task] += weight * result.loss(i, task);
          curvatures[task] += weight * result.curvature(i, task);
          int from = i * (outputs.length() + 1) + outputs.offset(task);
          squares[task] += weight * square(result.gradients(), from, outputs.length(task));
          priorSquares[task] += weight * result.priorSquare(i, task);
          priorCurvatures[task] += weight * result.priorCurvature(i, task);
        }
      }
    }
    for (int task = 0; task < sums.length; task++) {
      unknown[task] = Double.NaN;
      double count = examples[task] == 0 ? Double.NaN : examples[task];
      sums[task] /= count;
      curvatures[task] /= count;
      squares[task] = Math.sqrt(squares[task] / count);
      priorSquares[task] /= count;
      priorCurvatures[task] /= count;
    }
    return new TaskSignals(
        examples, sums, squares, curvatures, priorSquares, priorCurvatures, unknown);
  }

  /** The squared norm of a part of an array. */
  private static double square(float[] numbers, int from, int length) {
    double square = 0;
    for (int i = from; i < from + length; i++) {
      square += (double) numbers[i] * numbers[i];
    }
    return square;
  }
}
