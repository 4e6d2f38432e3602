package io.rivulet.compare;

import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.TaskType;
import io.rivulet.sim.world.WorldTask;
import java.util.Locale;

/** The one number that says how good a task is predicted. */
enum Figure {
  /** Area under the ROC curve; more is better. */
  AUC(1),
  /** Root mean squared error in the label's unit; less is better. */
  RMSE(-1),
  /** Share of the right classes; more is better. */
  ACCURACY(1);

  private final int sign;

  Figure(int sign) {
    this.sign = sign;
  }

  /** The figure of a task of a model. */
  static Figure of(TaskType type) {
    return switch (type) {
      case REGRESSION -> RMSE;
      case MULTICLASS -> ACCURACY;
      default -> AUC;
    };
  }

  /** The figure of a task of a simulated world. */
  static Figure of(WorldTask.Kind kind) {
    return switch (kind) {
      case BINARY -> AUC;
      case REGRESSION -> RMSE;
      case MULTICLASS -> ACCURACY;
    };
  }

  /** Its name, as in {@link TaskMetric#values}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** NaN as long as nothing defines it. */
  double value(TaskMetric metric) {
    return metric.values().getOrDefault(label(), Double.NaN);
  }

  boolean moreIsBetter() {
    return sign > 0;
  }

  /** How much better {@code value} is than {@code reference}; below 0 it is worse. */
  double gain(double value, double reference) {
    return sign * (value - reference);
  }
}
