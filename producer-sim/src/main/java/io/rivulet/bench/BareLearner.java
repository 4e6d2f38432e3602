package io.rivulet.bench;

import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.data.ConflictFreeQueue;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the learner does alone, on one thread, with all rows in memory: the yardstick. */
final class BareLearner {
  private static final int EVENTS = 100_000;
  private static final int BATCH = 256;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 3;

  private final LearnerSpec spec;
  private final List<List<Example>> batches = new ArrayList<>();

  /** Encodes the first events of a source. */
  BareLearner(LearnerSpec spec, EventSource source) {
    this.spec = spec;
    ExampleEncoder encoder = new ExampleEncoder(spec);
    ParameterLayout rows = Layouts.rows(spec);
    Map<String, ItemUpdate> catalog = new HashMap<>();
    source.catalog().forEachRemaining(item -> catalog.put(item.getItemId(), item));
    Map<String, float[]> users = new HashMap<>();
    Map<String, float[]> items = new HashMap<>();
    ConflictFreeQueue<Example> queue = new ConflictFreeQueue<>();
    Iterator<? extends SourceEvent> events = source.events();
    for (int i = 0; i < EVENTS && events.hasNext(); i++) {
      UserEvent event = events.next().event();
      ItemUpdate item = catalog.get(event.getItemId());
      Map<String, String> attributes = item == null ? Map.of() : item.getAttributes();
      Features features =
          encoder.features(event.getContext(), event.getFeatures(), attributes, new float[0]);
      queue.add(
          event.getUserId(),
          new Example(
              users.computeIfAbsent(event.getUserId(), id -> rows.initial("user", id)),
              items.computeIfAbsent(event.getItemId(), id -> rows.initial("item", id)),
              features,
              encoder.labels(event.getAction(), event.getValue(), event.getContext(), attributes),
              1),
          0);
      while (queue.ready() >= BATCH) {
        batches.add(queue.next(BATCH));
      }
    }
  }

  /** CPU microseconds per event, the best of three passes after a warm-up. */
  double cpuMicrosPerEvent() {
    double best = Double.POSITIVE_INFINITY;
    try (Learner learner = new Learner(spec)) {
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        batches.forEach(learner::learn);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (round >= WARM_UP) {
          best = Math.min(best, nanos / 1e3 / (batches.size() * BATCH));
        }
      }
    }
    return best;
  }
}
