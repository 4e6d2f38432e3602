package io.rivulet.sim.source;

import io.rivulet.schema.ItemUpdate;
import java.util.Iterator;
import java.util.OptionalLong;

/**
 * Where events come from: a simulated world or a recorded data set. A source repeats: every call of
 * {@link #catalog()} and {@link #events()} starts again at the beginning and gives the same.
 */
public interface EventSource {
  /** A short name for messages, such as {@code video} or {@code ml-100k}. */
  String name();

  /** All items, each once. */
  Iterator<ItemUpdate> catalog();

  /** The events, in order of event time. Not safe for use by several threads. */
  Iterator<? extends SourceEvent> events();

  /** How many events there are; empty if they never end. */
  OptionalLong size();

  /**
   * The same source, cut off after a number of events.
   *
   * @param count at most so many events, {@code >= 0}
   */
  default EventSource limited(long count) {
    return new LimitedSource(this, count);
  }
}
