package io.rivulet.learner;

import io.rivulet.learner.data.ConflictFreeQueue;
import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One pass, test then train, over the tasks rating, like and genre, where like is learned from few
 * of its labels and tested on all.
 */
final class SparseLabelRun {
  private static final int LIKE = 1;
  private static final int BATCH = 8;
  private static final int BUFFER = 4096;

  /** What the three tasks are measured by. */
  record Figures(double rmse, double auc, double accuracy) {}

  @SuppressWarnings("ArrayRecordComponent") // carries an array, is never compared
  private record Tested(Example example, float[] labels) {}

  private SparseLabelRun() {}

  /**
   * Runs over all events.
   *
   * @param kept probability of a like label to be learned from
   */
  static Figures of(LearnerSpec spec, List<Event> events, double kept) {
    ExampleEncoder encoder = new ExampleEncoder(spec);
    ParameterLayout rows = Layouts.rows(spec);
    Map<String, float[]> users = new HashMap<>();
    Map<String, float[]> items = new HashMap<>();
    ConflictFreeQueue<Tested> queue = new ConflictFreeQueue<>();
    List<TaskMetric> metrics = spec.tasks().stream().map(TaskMetric::of).toList();
    Random random = new Random(7919 * spec.seed());
    try (Learner learner = new Learner(spec)) {
      for (Event event : events) {
        float[] labels =
            encoder.labels(event.action(), event.value(), event.context(), event.attributes());
        float[] learned = labels.clone();
        learned[LIKE] = random.nextDouble() < kept ? learned[LIKE] : Float.NaN;
        float[] user = users.computeIfAbsent(event.user(), id -> rows.initial("user", id));
        float[] item = items.computeIfAbsent(event.item(), id -> rows.initial("item", id));
        Features features =
            encoder.features(event.context(), event.numbers(), event.attributes(), event.content());
        queue.add(
            event.user(), new Tested(new Example(user, item, features, learned, 1), labels), 0);
        while (queue.size() >= BUFFER) {
          step(learner, queue.next(BATCH), new Outputs(spec), metrics);
        }
      }
      while (queue.size() > 0) {
        step(learner, queue.next(BATCH), new Outputs(spec), metrics);
      }
    }
    return new Figures(
        metrics.get(0).values().get("rmse"),
        metrics.get(1).values().get("auc"),
        metrics.get(2).values().get("accuracy"));
  }

  private static void step(
      Learner learner, List<Tested> batch, Outputs outputs, List<TaskMetric> metrics) {
    List<Example> examples = new ArrayList<>();
    batch.forEach(tested -> examples.add(tested.example()));
    Step step = learner.learn(examples);
    for (int i = 0; i < batch.size(); i++) {
      for (int task = 0; task < metrics.size(); task++) {
        float label = batch.get(i).labels()[task];
        // the mean loss is not looked at
        metrics.get(task).add(step.prediction(i), outputs.offset(task), label, 0, 1);
      }
    }
  }
}
