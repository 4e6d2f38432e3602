package io.rivulet.compare;

import io.rivulet.config.RivuletConfig;
import io.rivulet.examples.ExampleSource;
import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import io.rivulet.sim.world.BestReachable;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.SimulatedEvent;
import io.rivulet.sim.world.WorldTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads a stream into memory as the job would see it: what the catalog says joined to events. */
final class RecordingReader {
  private record Item(Map<String, String> attributes, float[] content) {}

  private static final Item UNKNOWN = new Item(Map.of(), new float[0]);

  private final RivuletConfig config;
  private final Consumer<String> messages;
  private final Map<String, Item> catalog = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Set<String> actions = new TreeSet<>();
  private long unknown;

  /**
   * A reader for one stream.
   *
   * @param messages takes what a person should know of the stream
   */
  RecordingReader(RivuletConfig config, Consumer<String> messages) {
    this.config = config;
    this.messages = messages;
  }

  /**
   * Reads the first events.
   *
   * @param count at most so many
   * @throws SpecException if a task of the configuration finds no label in the stream
   */
  Recording read(ExampleSource source, long count) {
    EventSource limited = source.events().limited(count);
    limited.catalog().forEachRemaining(update -> catalog.put(update.getItemId(), item(update)));
    for (Iterator<? extends SourceEvent> all = limited.events(); all.hasNext(); ) {
      SourceEvent next = all.next();
      add(next.event());
      if (source.best() != null) {
        source.best().add((SimulatedEvent) next);
      }
    }
    if (unknown > 0) {
      messages.accept(
          "%,d events left out, whose action is not one of %s"
              .formatted(unknown, config.knownActions()));
    }
    checkLabels(limited.name());
    return new Recording(limited.name(), List.copyOf(events), best(source));
  }

  private void add(UserEvent event) {
    actions.add(event.getAction());
    if (!config.knownActions().contains(event.getAction())) {
      unknown++;
      return;
    }
    Item item = catalog.getOrDefault(event.getItemId(), UNKNOWN);
    events.add(
        new Event(
            event.getUserId(),
            event.getItemId(),
            event.getAction(),
            event.getValue(),
            event.getContext(),
            item.attributes(),
            event.getFeatures(),
            item.content()));
  }

  private static Item item(ItemUpdate update) {
    float[] content = new float[update.getContent().size()];
    for (int i = 0; i < content.length; i++) {
      content[i] = update.getContent().get(i);
    }
    return new Item(update.getAttributes(), content);
  }

  private void checkLabels(String name) {
    List<TaskSpec> tasks = config.learner().tasks();
    ExampleEncoder encoder = new ExampleEncoder(config.learner());
    long[] labels = new long[tasks.size()];
    for (Event event : events) {
      float[] found =
          encoder.labels(event.action(), event.value(), event.context(), event.attributes());
      for (int task = 0; task < labels.length; task++) {
        labels[task] += Float.isNaN(found[task]) ? 0 : 1;
      }
    }
    for (int task = 0; task < labels.length; task++) {
      if (labels[task] == 0 && tasks.get(task).hasLabel()) {
        throw new SpecException(
            "compare.config",
            "task " + tasks.get(task).name(),
            "tasks that have labels in %s, whose actions are %s".formatted(name, actions));
      }
    }
  }

  private static Map<String, Recording.Best> best(ExampleSource source) {
    Map<String, Recording.Best> best = new HashMap<>();
    BestReachable reached = source.best();
    if (reached != null) {
      List<WorldTask> tasks = Scenario.of(source.events().name()).tasks();
      for (int task = 0; task < tasks.size(); task++) {
        Figure figure = Figure.of(tasks.get(task).kind());
        best.put(tasks.get(task).name(), new Recording.Best(figure, reached.value(task)));
      }
    }
    return best;
  }
}
