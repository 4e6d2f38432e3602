package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.Step;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.List;

/** Gathers the metrics of one learner's open round. */
final class RoundMetrics {
  private final String arm;
  private final LearnerSpec spec;
  private final Outputs outputs;
  private List<TaskMetric> tasks;
  private double[] lossSums;
  private double[] weightSums;
  private long scored;
  private long trained;
  private long rejected;
  private long batches;
  private long loopLag;

  RoundMetrics(String arm, LearnerSpec spec) {
    this.arm = arm;
    this.spec = spec;
    this.outputs = new Outputs(spec);
    clear();
  }

  /**
   * Counts a step on a micro-batch.
   *
   * @param predictions the step's, one for each event
   */
  void add(List<AttachedEvent> batch, Step step, List<float[]> predictions) {
    batches++;
    scored += batch.size();
    for (int i = 0; i < batch.size(); i++) {
      rejected += step.rejection(i) == null ? 0 : 1;
      trained += step.trained(i) ? 1 : 0;
    }
    // One behind the other: a task's metric is larger than what is near a core of several.
    for (int task = 0; task < tasks.size(); task++) {
      add(task, batch, step, predictions);
    }
  }

  private void add(int task, List<AttachedEvent> batch, Step step, List<float[]> predictions) {
    TaskMetric metric = tasks.get(task);
    int at = outputs.offset(task);
    for (int i = 0; i < batch.size(); i++) {
      AttachedEvent event = batch.get(i);
      double loss = step.loss(i, task);
      if (!Double.isNaN(loss)) {
        metric.add(predictions.get(i), at, event.labels()[task], loss, event.weight());
        lossSums[task] += loss;
        weightSums[task] += step.weight(task);
      }
    }
  }

  /** Notes the age at which a dense value came back. */
  void loop(long lagMillis) {
    loopLag = Math.max(loopLag, lagMillis);
  }

  /** The round's metrics, or null if nothing happened; the next round begins from zero. */
  MetricsDelta close(long round) {
    if (scored == 0 && loopLag < 0) {
      return null;
    }
    MetricsDelta delta =
        new MetricsDelta(arm, round, scored, trained, rejected, batches, loopLag, states());
    clear();
    return delta;
  }

  private List<double[]> states() {
    List<double[]> states = new ArrayList<>();
    for (int task = 0; task < tasks.size(); task++) {
      states.add(TaskState.of(tasks.get(task), lossSums[task], weightSums[task]).numbers());
    }
    return states;
  }

  private void clear() {
    tasks = spec.tasks().stream().map(TaskMetric::of).toList();
    lossSums = new double[tasks.size()];
    weightSums = new double[tasks.size()];
    scored = 0;
    trained = 0;
    rejected = 0;
    batches = 0;
    loopLag = -1;
  }
}
