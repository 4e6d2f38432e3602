package io.rivulet.bench;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.util.Iterator;
import java.util.OptionalLong;

/**
 * What is left of a source after its first events. Unlike other sources it gives its events only
 * once: those before have been passed when it is made, not while somebody waits for the next.
 */
final class RemainingSource implements EventSource {
  private final EventSource source;
  private final Iterator<? extends SourceEvent> rest;

  /** Passes over the first events. */
  RemainingSource(EventSource source, long passed) {
    this.source = source;
    rest = source.events();
    for (long i = 0; i < passed && rest.hasNext(); i++) {
      rest.next();
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Iterator<ItemUpdate> catalog() {
    return source.catalog();
  }

  @Override
  public Iterator<? extends SourceEvent> events() {
    return rest;
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }
}
