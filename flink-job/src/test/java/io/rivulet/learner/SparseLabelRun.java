package io.rivulet.learner;

import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.PrequentialRun;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.Map;

/**
 * One pass, test then train, over the tasks rating, like and genre, where like is learned from few
 * of its labels and tested on all.
 */
final class SparseLabelRun {
  private static final int BATCH = 8;
  private static final int BUFFER = 4096;

  /** What the three tasks are measured by. */
  record Figures(double rmse, double auc, double accuracy) {}

  private SparseLabelRun() {}

  /**
   * Runs over all events.
   *
   * @param kept probability of a like label to be learned from
   */
  static Figures of(LearnerSpec spec, List<Event> events, double kept) {
    try (PrequentialRun run = new PrequentialRun(spec, BATCH, BUFFER, Map.of("like", kept))) {
      events.forEach(run::add);
      run.finish();
      return new Figures(figure(run, 0, "rmse"), figure(run, 1, "auc"), figure(run, 2, "accuracy"));
    }
  }

  private static double figure(PrequentialRun run, int task, String name) {
    return run.metrics().get(task).values().get(name);
  }
}
