package io.rivulet.learner.weighting;

import java.util.Arrays;

/** Signals for tests. */
final class Signals {
  private Signals() {}

  /** One labelled example per task, none where the loss is NaN. */
  static TaskSignals of(double[] losses, double[] sharedNorms) {
    double[] examples = Arrays.stream(losses).map(loss -> Double.isNaN(loss) ? 0 : 1).toArray();
    double[] outputNorms = Arrays.stream(losses).map(Math::sqrt).toArray();
    double[] curvatures = Arrays.stream(losses).map(loss -> loss / 2).toArray();
    return new TaskSignals(
        examples, losses, outputNorms, curvatures, losses, curvatures, sharedNorms);
  }

  /** The same with norms that go with the losses. */
  static TaskSignals of(double... losses) {
    return of(losses, Arrays.stream(losses).map(loss -> Math.sqrt(loss) / 2).toArray());
  }
}
