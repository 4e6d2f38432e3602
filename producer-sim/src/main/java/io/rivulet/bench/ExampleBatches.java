package io.rivulet.bench;

import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.data.ConflictFreeQueue;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The events of a source as batches that a learner takes, with rows of their own, in memory. */
final class ExampleBatches {
  private final ExampleEncoder encoder;
  private final ParameterLayout rows;
  private final int size;
  private final Map<String, ItemUpdate> catalog = new HashMap<>();
  private final Map<String, float[]> users = new HashMap<>();
  private final Map<String, float[]> items = new HashMap<>();

  private ExampleBatches(LearnerSpec spec, EventSource source, int size) {
    encoder = new ExampleEncoder(spec);
    rows = Layouts.rows(spec);
    this.size = size;
    source.catalog().forEachRemaining(item -> catalog.put(item.getItemId(), item));
  }

  /**
   * Encodes the first events of a source.
   *
   * @param events at most so many
   * @param size examples in a batch; what does not fill one is left out
   */
  static List<List<Example>> of(LearnerSpec spec, EventSource source, int events, int size) {
    return new ExampleBatches(spec, source, size).encode(source.events(), events);
  }

  private List<List<Example>> encode(Iterator<? extends SourceEvent> events, int most) {
    List<List<Example>> batches = new ArrayList<>();
    ConflictFreeQueue<Example> queue = new ConflictFreeQueue<>();
    for (int i = 0; i < most && events.hasNext(); i++) {
      UserEvent event = events.next().event();
      queue.add(event.getUserId(), example(event), 0);
      while (queue.ready() >= size) {
        batches.add(queue.next(size));
      }
    }
    return batches;
  }

  private Example example(UserEvent event) {
    ItemUpdate item = catalog.get(event.getItemId());
    Map<String, String> attributes = item == null ? Map.of() : item.getAttributes();
    Features features =
        encoder.features(event.getContext(), event.getFeatures(), attributes, new float[0]);
    return new Example(
        users.computeIfAbsent(event.getUserId(), id -> rows.initial("user", id)),
        items.computeIfAbsent(event.getItemId(), id -> rows.initial("item", id)),
        features,
        encoder.labels(event.getAction(), event.getValue(), event.getContext(), attributes),
        1);
  }
}
