package io.rivulet.state;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Origin;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.FewKeyGroups;
import io.rivulet.fixture.QueuesInMemory;
import io.rivulet.fixture.RowsInMemory;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.Step;
import io.rivulet.learner.data.ConflictFreeQueue;
import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several learners and the owners in one thread, without Flink and Kafka: rounds and the way back
 * are counted in events instead of milliseconds, so that what staleness costs can be measured
 * again.
 */
final class LearnersInRounds implements AutoCloseable {
  private static final String ARM = "arm";
  private static final long NEVER = 1L << 40;

  private record Published(long visibleAt, List<ParameterValue> values) {}

  private final LearnerSpec spec;
  private final int roundLength;
  private final int wayBack;
  private final int batch;
  private final ExampleEncoder encoder;
  private final Outputs outputs;
  private final List<TaskMetric> metrics;
  private final List<LocalModel> learners = new ArrayList<>();
  private final List<ConflictFreeQueue<AttachedEvent>> queues = new ArrayList<>();
  private final Map<String, Row> owned = new HashMap<>();
  private final Map<String, ParameterValue> items = new HashMap<>();
  private final ArrayDeque<Published> onTheWay = new ArrayDeque<>();
  private final Map<String, PendingWork> pending = new HashMap<>();
  private long events;
  private long round;

  /**
   * New learners.
   *
   * @param roundLength events, over all learners, from one round to the next
   * @param wayBack events until a published value is seen
   * @param batch events, over all learners, after which what waits is learned
   */
  LearnersInRounds(LearnerSpec spec, int learners, int roundLength, int wayBack, int batch) {
    this.spec = spec;
    this.roundLength = roundLength;
    this.wayBack = wayBack;
    this.batch = batch;
    encoder = new ExampleEncoder(spec);
    outputs = new Outputs(spec);
    metrics = spec.tasks().stream().map(TaskMetric::of).toList();
    for (int i = 0; i < learners; i++) {
      ParameterLayout layout = Layouts.rows(spec);
      RowsInMemory store = new RowsInMemory();
      UserRows users =
          new UserRows(
              new UserRows.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, () -> Integer.MAX_VALUE),
              layout,
              store,
              new Admission(RowLimits.NONE, FewKeyGroups.ONE),
              new LifeCycle(RowLimits.NONE, FewKeyGroups.ONE, new QueuesInMemory()),
              RowObserver.NONE);
      ItemReplicas views = new ItemReplicas(layout, NEVER, Integer.MAX_VALUE, 0);
      this.learners.add(new LocalModel(ARM, spec, users, views, null));
      queues.add(new ConflictFreeQueue<>());
    }
  }

  void add(Event event) {
    events++;
    comeBack();
    int learner = Math.floorMod(event.user().hashCode(), learners.size());
    AttachedEvent attached = attached(event);
    queues.get(learner).add(event.user(), attached, events);
    if (events % batch == 0) {
      learn();
    }
    if (events % roundLength == 0) {
      closeRound();
    }
  }

  List<TaskMetric> finish() {
    learn();
    return metrics;
  }

  private void comeBack() {
    while (!onTheWay.isEmpty() && onTheWay.peek().visibleAt() <= events) {
      for (ParameterValue value : onTheWay.remove().values()) {
        if (value.table() == Table.ITEM) {
          items.put(value.id(), value);
        } else {
          learners.forEach(learner -> learner.receive(value));
        }
      }
    }
  }

  private AttachedEvent attached(Event event) {
    ParameterValue item = items.get(event.item());
    double value = event.value() == null ? Double.NaN : event.value();
    return new AttachedEvent(
        "event-" + events,
        null,
        event.user(),
        event.item(),
        events,
        new Origin("events", 0, events),
        encoder.features(event.context(), event.numbers(), event.attributes(), event.content()),
        encoder.labels(event.action(), value, event.context(), event.attributes()),
        1,
        item == null ? Long.MIN_VALUE : item.round(),
        item == null ? null : item.row(),
        true,
        0);
  }

  private void learn() {
    for (int learner = 0; learner < learners.size(); learner++) {
      while (queues.get(learner).size() > 0) {
        List<AttachedEvent> next = queues.get(learner).next(64);
        Step step = learners.get(learner).learn(next);
        for (int i = 0; i < next.size(); i++) {
          float[] prediction = step.prediction(i);
          for (int task = 0; task < metrics.size(); task++) {
            float label = next.get(i).labels()[task];
            metrics.get(task).add(prediction, outputs.offset(task), label, 0, 1);
          }
        }
      }
    }
  }

  private void closeRound() {
    round++;
    learners.forEach(learner -> learner.closeRound(round, this::keep));
    List<ParameterValue> values = new ArrayList<>();
    pending.forEach(
        (key, work) -> {
          Table table = key.startsWith("item:") ? Table.ITEM : Table.DENSE;
          String id = key.substring(key.indexOf(':') + 1);
          ParameterLayout layout = table == Table.ITEM ? Layouts.rows(spec) : Layouts.dense(spec);
          Row before =
              owned.computeIfAbsent(
                  key, unused -> new Row(0, 0, layout.initial(table.label(), id)));
          Row after = work.appliedTo(before, layout);
          owned.put(key, after);
          values.add(ParameterValue.of(table, id, round, after));
        });
    pending.clear();
    onTheWay.add(new Published(events + wayBack, values));
  }

  private void keep(ParameterDelta delta) {
    pending.merge(
        delta.table().label() + ":" + delta.id(),
        PendingWork.of(delta.change()),
        (others, work) -> others.plus(work.change()));
  }

  @Override
  public void close() {
    learners.forEach(LocalModel::close);
  }
}
