package io.rivulet.learner.loss;

import io.rivulet.learner.spec.TaskSpec;

/** Makes the loss that a task asks for. */
public final class TaskLosses {
  private TaskLosses() {}

  /** The loss of {@code task}. */
  public static TaskLoss of(TaskSpec task) {
    TaskLoss loss = unscaled(task);
    return task.lossScale() == 1 ? loss : new ScaledLoss(loss, task.lossScale());
  }

  private static TaskLoss unscaled(TaskSpec task) {
    return switch (task.type()) {
      case BINARY -> new BinaryLoss();
      case REGRESSION -> {
        double low = task.range().get(0);
        double high = task.range().get(1);
        SquaredLoss squared = new SquaredLoss(low, high);
        yield task.huber() == 0 ? squared : new HuberLoss(squared, 2 * task.huber() / (high - low));
      }
      case MULTICLASS -> new SoftmaxLoss(task.outputs());
      case PRODUCT -> new ProductLoss(task.of().size());
    };
  }
}
