package io.rivulet.learner.metric;

import io.rivulet.learner.spec.TaskSpec;
import java.util.Map;

/**
 * The running figures of one task, each prediction having been made before its label was used
 * (prequential evaluation; Gama, Sebastião, Rodrigues, Machine Learning 90, 2013). Holds nothing
 * but sums: two metrics of parts of a stream merge into that of the whole. Not thread-safe.
 *
 * <ul>
 *   <li>binary and product: {@code logLoss}, {@code auc}, {@code accuracy} at 0.5, and {@code
 *       calibration}, the mean prediction over the mean label, best 1
 *   <li>regression: {@code rmse} and {@code mae}, in the label's unit
 *   <li>multiclass: {@code logLoss} and {@code accuracy}
 * </ul>
 */
public final class TaskMetric {
  private final Measure measure;

  /** The measure's sums, behind them the number of examples. */
  private final double[] state;

  private TaskMetric(Measure measure, double[] state) {
    this.measure = measure;
    this.state = state;
  }

  /** A metric of no examples. */
  public static TaskMetric of(TaskSpec task) {
    Measure measure = measure(task);
    return new TaskMetric(measure, new double[measure.sums() + 1]);
  }

  /**
   * A metric with the state that {@link #toState} gave for an equal task.
   *
   * @throws IllegalArgumentException if the state is that of another kind of task
   */
  public static TaskMetric fromState(TaskSpec task, double[] state) {
    Measure measure = measure(task);
    if (state.length != measure.sums() + 1) {
      throw new IllegalArgumentException(
          "The state of task "
              + task.name()
              + " has "
              + state.length
              + " numbers, expected "
              + (measure.sums() + 1));
    }
    return new TaskMetric(measure, state.clone());
  }

  private static Measure measure(TaskSpec task) {
    return switch (task.type()) {
      case BINARY, PRODUCT -> new BinaryMeasure();
      case REGRESSION -> new RegressionMeasure();
      case MULTICLASS -> new MulticlassMeasure(task.outputs());
    };
  }

  /**
   * Adds one prediction.
   *
   * @param prediction holds the task's outputs from index {@code at} on
   * @param label as in an example; NaN, a missing label, adds nothing
   * @param loss the unweighted loss
   * @param weight the example's importance, at least 0
   */
  public void add(float[] prediction, int at, float label, double loss, double weight) {
    if (!Float.isNaN(label)) {
      measure.add(state, prediction, at, label, loss, weight);
      state[state.length - 1]++;
    }
  }

  /** Adds what another metric of an equal task has seen; that one stays as it is. */
  public void merge(TaskMetric other) {
    for (int i = 0; i < state.length; i++) {
      state[i] += other.state[i];
    }
  }

  /** The figures by name. A figure is left out as long as nothing defines it. */
  public Map<String, Double> values() {
    return measure.values(state);
  }

  /** Number of labelled predictions added. */
  public long examples() {
    return (long) state[state.length - 1];
  }

  /** All that the metric holds, as a fresh array. */
  public double[] toState() {
    return state.clone();
  }
}
