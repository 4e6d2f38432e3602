package io.rivulet.demo;

import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** Events that give no label to any task: they are scored, and change nothing. */
record Probes(SmallWorld world, String prefix) implements EventSource {
  /** The action of all probes. */
  static final String ACTION = "probe";

  @Override
  public String name() {
    return prefix;
  }

  @Override
  public Iterator<ItemUpdate> catalog() {
    return world.catalog();
  }

  @Override
  public Iterator<? extends SourceEvent> events() {
    List<SourceEvent> probes = new ArrayList<>();
    Iterator<? extends SourceEvent> events = world.events();
    while (events.hasNext()) {
      UserEvent probe =
          UserEvent.newBuilder(events.next().event())
              .setEventId(prefix + probes.size())
              .setAction(ACTION)
              .setValue(null)
              .build();
      probes.add(() -> probe);
    }
    return probes.iterator();
  }

  @Override
  public OptionalLong size() {
    return world.size();
  }
}
