package io.rivulet.operator;

import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.TaskSpec;
import java.util.Arrays;

/**
 * What is summed up for one task: the state of its metric, then the sum of losses, then the sum of
 * task weights. All of it adds.
 */
record TaskState(double[] numbers) {
  private static final int SUMS = 2;

  static TaskState of(TaskMetric metric, double lossSum, double weightSum) {
    double[] state = metric.toState();
    double[] numbers = Arrays.copyOf(state, state.length + SUMS);
    numbers[state.length] = lossSum;
    numbers[state.length + 1] = weightSum;
    return new TaskState(numbers);
  }

  TaskMetric metric(TaskSpec task) {
    return TaskMetric.fromState(task, Arrays.copyOf(numbers, numbers.length - SUMS));
  }

  double lossSum() {
    return numbers[numbers.length - SUMS];
  }

  double weightSum() {
    return numbers[numbers.length - SUMS + 1];
  }
}
