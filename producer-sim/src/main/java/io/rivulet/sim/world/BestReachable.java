package io.rivulet.sim.world;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well the truth itself predicts the labels of a stretch of a stream: no model can be expected
 * to do better. Safe for use by several threads.
 */
public final class BestReachable {
  private final List<String> actions;
  private final List<WorldTask> tasks;
  private final AreaUnderCurve[] areas;
  private final double[] squaredErrors;
  private final long[] labels;

  /** Starts with no event. */
  public BestReachable(Scenario scenario) {
    actions = scenario.actions();
    tasks = scenario.tasks();
    areas = new AreaUnderCurve[tasks.size()];
    squaredErrors = new double[tasks.size()];
    labels = new long[tasks.size()];
    for (int i = 0; i < areas.length; i++) {
      areas[i] = new AreaUnderCurve();
    }
  }

  /** Takes one event into account. */
  public synchronized void add(SimulatedEvent simulated) {
    int step = actions.indexOf(simulated.event().getAction());
    for (int i = 0; i < areas.length; i++) {
      WorldTask task = tasks.get(i);
      double truth = simulated.truth()[i];
      switch (task.kind()) {
        case BINARY -> {
          areas[i].add(truth, step >= task.step());
          labels[i]++;
        }
        case REGRESSION -> {
          if (step >= task.step()) {
            double error = simulated.event().getValue() - truth;
            squaredErrors[i] += error * error;
            labels[i]++;
          }
        }
        case MULTICLASS -> labels[i]++;
      }
    }
  }

  /**
   * The best reachable figure of a task.
   *
   * @param task its place in {@link Scenario#tasks()}
   * @return AUC (binary), RMSE in the label's unit (regression), accuracy (multiclass); NaN if the
   *     events seen do not define it
   */
  public synchronized double value(int task) {
    return switch (tasks.get(task).kind()) {
      case BINARY -> areas[task].value();
      case REGRESSION ->
          labels[task] == 0 ? Double.NaN : Math.sqrt(squaredErrors[task] / labels[task]);
      case MULTICLASS -> labels[task] == 0 ? Double.NaN : 1;
    };
  }

  /** All figures in one line, such as {@code click AUC 0.8012, watch RMSE 84.1}. */
  public synchronized String summary() {
    return IntStream.range(0, areas.length).mapToObj(this::figure).collect(joining(", "));
  }

  private String figure(int task) {
    String metric =
        switch (tasks.get(task).kind()) {
          case BINARY -> "AUC";
          case REGRESSION -> "RMSE";
          case MULTICLASS -> "accuracy";
        };
    return String.format(Locale.ROOT, "%s %s %.4f", tasks.get(task).name(), metric, value(task));
  }
}
