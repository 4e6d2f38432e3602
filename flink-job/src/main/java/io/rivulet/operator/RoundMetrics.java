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

  /** Counts one example of a step. */
  void add(AttachedEvent event, Step step, int example, float[] prediction) {
    scored++;
    rejected += step.rejection(example) == null ? 0 : 1;
    trained += step.trained(example) ? 1 : 0;
    for (int task = 0; task < tasks.size(); task++) {
      float label = event.labels()[task];
      double loss = step.loss(example, task);
      if (!Double.isNaN(loss)) {
        tasks.get(task).add(prediction, outputs.offset(task), label, loss, event.weight());
        lossSums[task] += loss;
        weightSums[task] += step.weight(task);
      }
    }
  }

  void batch() {
    batches++;
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
