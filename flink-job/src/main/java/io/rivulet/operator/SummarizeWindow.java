package io.rivulet.operator;

import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Turns the summed states of a window into the metrics that people read. A window of other tasks,
 * left over from before a change of the model, is dropped.
 */
public final class SummarizeWindow
    extends ProcessWindowFunction<MetricsDelta, WindowMetrics, String, TimeWindow> {
  private static final long serialVersionUID = 1L;

  private final LearnerSpec spec;

  /** Names the metrics by the given model's tasks. */
  public SummarizeWindow(LearnerSpec spec) {
    this.spec = spec;
  }

  /**
   * What a window is of: an arm and its tasks. After a change of the tasks, what an open window has
   * gathered is not mixed with what comes.
   */
  public static String key(String arm, LearnerSpec spec) {
    return arm
        + ": "
        + spec.tasks().stream()
            .map(task -> task.name() + task.outputNames())
            .collect(Collectors.joining(", "));
  }

  @Override
  public void process(
      String measured, Context context, Iterable<MetricsDelta> sums, Collector<WindowMetrics> out) {
    TimeWindow window = context.window();
    for (MetricsDelta sum : sums) {
      if (!measured.equals(key(sum.arm(), spec))) {
        continue;
      }
      out.collect(new WindowMetrics(window.getStart(), window.getEnd(), sum, tasks(sum)));
    }
  }

  private List<WindowMetrics.Task> tasks(MetricsDelta sum) {
    List<WindowMetrics.Task> tasks = new ArrayList<>();
    for (int i = 0; i < spec.tasks().size(); i++) {
      TaskSpec task = spec.tasks().get(i);
      TaskState state = new TaskState(sum.tasks().get(i));
      TaskMetric metric = state.metric(task);
      long examples = metric.examples();
      tasks.add(
          new WindowMetrics.Task(
              task.name(),
              examples,
              state.lossSum() / examples,
              state.weightSum() / examples,
              metric.values()));
    }
    return tasks;
  }
}
