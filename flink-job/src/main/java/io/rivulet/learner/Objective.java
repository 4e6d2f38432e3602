package io.rivulet.learner;

import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.loss.TaskLosses;
import io.rivulet.learner.model.Explosion;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.weighting.TaskSignals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tasks' losses, and their weighted sum. */
final class Objective {
  private final Outputs outputs;
  private final Readings readings;
  private final List<TaskLoss> losses = new ArrayList<>();

  /** What the losses read of an example of which nothing is known, and the gradient there. */
  private final float[] prior;

  private final float[] priorGradient;

  /** The losses' second derivatives there, by task. */
  private final double[] priorCurvature;

  private StepResult result;

  Objective(LearnerSpec spec) {
    outputs = new Outputs(spec);
    readings = new Readings(spec);
    spec.tasks().forEach(task -> losses.add(TaskLosses.of(task)));
    prior = new float[readings.size()];
    priorGradient = new float[readings.size()];
    priorCurvature = new double[losses.size()];
    result = new StepResult(0, outputs, readings);
  }

  /** Where the findings on a batch of {@code size} examples go; those on the last are forgotten. */
  StepResult begin(int size) {
    if (size > result.most()) {
      result = new StepResult(size, outputs, readings);
    }
    result.clear(size);
    return result;
  }

  /** Number of towers. */
  int towers() {
    return readings.towers();
  }

  /** Number of raw outputs of an example. */
  int rawOutputs() {
    return readings.outputs();
  }

  /** Takes the raw outputs of an example of which nothing is known, one batch's. */
  void prior(float[] raw) {
    readings.read(raw, 0, prior, 0);
    for (int task = 0; task < losses.size(); task++) {
      priorCurvature[task] = losses.get(task).curvature(prior, readings.offset(task));
    }
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
    readings.read(raw, at, result.read(), index * readings.size());
    boolean any = false;
    for (int task = 0; task < losses.size(); task++) {
      int from = index * readings.size() + readings.offset(task);
      if (finite(result.read(), from, readings.length(task))) {
        any = true;
        int to = index * outputs.length() + outputs.offset(task);
        losses.get(task).predict(result.read(), from, result.predicted(), to);
        measure(example.labels()[task], index, task, from, result);
      } else if (!Float.isNaN(example.labels()[task])) {
        result.reject(index, task, "the prediction is not finite");
      }
    }
    if (!any) {
      result.reject(index, "no prediction is finite");
    }
  }

  /** Computes the loss of one task, if there is a label for it, and its gradient. */
  private void measure(float label, int index, int task, int from, StepResult result) {
    if (Float.isNaN(label)) {
      return;
    }
    TaskLoss loss = losses.get(task);
    String problem = loss.problem(label);
    if (problem != null) {
      result.reject(index, task, "the label " + label + " " + problem);
      return;
    }
    result.loss(index, task, differentiate(label, index, task, from, result));
    result.curvature(index, task, loss.curvature(result.read(), from));
    measurePrior(loss, label, index, task, result);
  }

  /** Computes a gradient; what is not finite is rejected, and its loss is NaN. */
  private double differentiate(float label, int index, int task, int from, StepResult result) {
    double loss = losses.get(task).loss(result.read(), from, label, result.gradients());
    if (Double.isFinite(loss) && finite(result.gradients(), from, readings.length(task))) {
      return loss;
    }
    result.reject(index, task, "the loss or its gradient is not finite");
    return Double.NaN;
  }

  /**
   * Computes the losses' gradients anew, at raw outputs that left units out; predictions and losses
   * stay.
   */
  void differentiate(Example example, int index, float[] raw, int at, StepResult result) {
    readings.read(raw, at, result.read(), index * readings.size());
    for (int task = 0; task < losses.size(); task++) {
      if (!Double.isNaN(result.loss(index, task))) {
        int from = index * readings.size() + readings.offset(task);
        double unused = differentiate(example.labels()[task], index, task, from, result);
      }
    }
  }

  /**
   * Leaves the labels out of learning whose losses read the tower where a gradient exploded.
   *
   * @return false if there was none left
   */
  boolean reject(Explosion exploded, StepResult result) {
    boolean any = false;
    for (int task : readings.readers(exploded.task())) {
      if (!Double.isNaN(result.loss(exploded.example(), task))) {
        result.reject(exploded.example(), task, "a gradient is too large");
        any = true;
      }
    }
    return any;
  }

  private void measurePrior(TaskLoss loss, float label, int index, int task, StepResult result) {
    int from = readings.offset(task);
    double unused = loss.loss(prior, from, label, priorGradient);
    double square = square(priorGradient, from, readings.length(task));
    result.prior(index, task, square, priorCurvature[task]);
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
   * {@code gradient}; the rest of their columns becomes 0.
   */
  void weigh(List<Example> batch, StepResult result, float[] gradient) {
    Arrays.fill(gradient, 0, batch.size() * (readings.outputs() + 1), 0);
    for (int i = 0; i < batch.size(); i++) {
      float weight = result.trained(i) ? batch.get(i).weight() : 0;
      int to = i * (readings.outputs() + 1);
      for (int task = 0; task < losses.size(); task++) {
        double factor = Double.isNaN(result.loss(i, task)) ? 0 : weight * result.weight(task);
        int last = readings.offset(task) + readings.length(task);
        for (int j = readings.offset(task); j < last; j++) {
          float unweighted = result.gradients()[i * readings.size() + j];
          gradient[to + readings.source(j)] += (float) (factor * unweighted);
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
          int from = i * readings.size() + readings.offset(task);
          squares[task] += weight * square(result.gradients(), from, readings.length(task));
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
