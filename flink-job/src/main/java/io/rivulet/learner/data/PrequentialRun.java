package io.rivulet.learner.data;

import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.Step;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over a stream in memory, every example tested before it is trained on, in conflict-free
 * batches. What the job does, without Flink.
 */
public final class PrequentialRun implements AutoCloseable {
  /** An example as it is learned from, and all its labels, which it is tested on. */
  @SuppressWarnings("ArrayRecordComponent") // carries an array, is never compared
  private record Tested(Example example, float[] labels) {
    Example complete() {
      return new Example(
          example.user(), example.item(), example.features(), labels, example.weight());
    }
  }

  private final int batch;
  private final int buffer;
  private final Learner learner;
  private final ExampleEncoder encoder;
  private final ParameterLayout rows;
  private final Outputs outputs;
  private final SparseLabels sparse;
  private final ConflictFreeQueue<Tested> queue = new ConflictFreeQueue<>();
  private final Map<String, float[]> users = new HashMap<>();
  private final Map<String, float[]> items = new HashMap<>();
  private final List<TaskMetric> metrics = new ArrayList<>();
  private long rejected;

  /**
   * Starts with a fresh learner.
   *
   * @param batch largest number of examples of a step, at least 1
   * @param buffer number of examples that may wait for their user's turn, at least 1
   */
  public PrequentialRun(LearnerSpec spec, int batch, int buffer) {
    this(spec, batch, buffer, Map.of());
  }

  /**
   * Starts with a fresh learner that is shown only some of the labels, and tested on all.
   *
   * @param batch largest number of examples of a step, at least 1
   * @param buffer number of examples that may wait for their user's turn, at least 1
   * @param kept by task name, the random share of its labels that is learned from, in [0, 1]; a
   *     task that is not named learns from all. Which labels these are follows from the
   *     specification's seed.
   * @throws io.rivulet.learner.spec.SpecException if a name is that of no task, or a share is none
   */
  public PrequentialRun(LearnerSpec spec, int batch, int buffer, Map<String, Double> kept) {
    sparse = new SparseLabels(spec, kept);
    this.batch = batch;
    this.buffer = buffer;
    learner = new Learner(spec);
    encoder = new ExampleEncoder(spec);
    rows = Layouts.rows(spec);
    outputs = new Outputs(spec);
    spec.tasks().forEach(task -> metrics.add(TaskMetric.of(task)));
  }

  /** Queues an event, and learns when the buffer is full. */
  public void add(Event event) {
    Features features =
        encoder.features(event.context(), event.numbers(), event.attributes(), event.content());
    float[] labels =
        encoder.labels(event.action(), event.value(), event.context(), event.attributes());
    float[] user = users.computeIfAbsent(event.user(), id -> rows.initial("user", id));
    float[] item = items.computeIfAbsent(event.item(), id -> rows.initial("item", id));
    Example example = new Example(user, item, features, sparse.learned(labels), 1);
    queue.add(event.user(), new Tested(example, labels), 0);
    while (queue.size() >= buffer) {
      step();
    }
  }

  /** Learns from all that still waits. */
  public void finish() {
    while (queue.size() > 0) {
      step();
    }
  }

  /** The figures so far, one per task. */
  public List<TaskMetric> metrics() {
    return List.copyOf(metrics);
  }

  /** Number of examples of which something could not be learned from. */
  public long rejected() {
    return rejected;
  }

  private void step() {
    List<Tested> examples = queue.next(batch);
    if (sparse.any()) {
      // The losses of hidden labels are known only to a prediction that sees them.
      measure(learner.predict(examples.stream().map(Tested::complete).toList()), examples);
    }
    Step learned = learner.learn(examples.stream().map(Tested::example).toList());
    if (!sparse.any()) {
      measure(learned, examples);
    }
    for (int i = 0; i < examples.size(); i++) {
      rejected += learned.rejection(i) == null ? 0 : 1;
    }
  }

  private void measure(Step step, List<Tested> examples) {
    for (int i = 0; i < examples.size(); i++) {
      measure(step, i, examples.get(i).labels());
    }
  }

  private void measure(Step step, int example, float[] labels) {
    float[] prediction = step.prediction(example);
    for (int task = 0; task < labels.length; task++) {
      double loss = step.loss(example, task);
      if (!Double.isNaN(loss)) {
        metrics.get(task).add(prediction, outputs.offset(task), labels[task], loss, 1);
      }
    }
  }

  @Override
  public void close() {
    learner.close();
  }
}
