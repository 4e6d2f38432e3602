package io.rivulet.sim.source;

import io.rivulet.schema.UserEvent;

/** One event of a source, with whatever else that source knows of it. */
public interface SourceEvent {
  /** The event as it goes out. */
  UserEvent event();
}
