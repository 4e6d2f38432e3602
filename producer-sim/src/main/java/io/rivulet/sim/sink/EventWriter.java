package io.rivulet.sim.sink;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Writes a source into a sink, each event when it is due. */
public final class EventWriter {
  private final EventSink sink;
  private final Ticker ticker;

  /** Writes into a sink, which stays the caller's to close. */
  public EventWriter(EventSink sink, Ticker ticker) {
    this.sink = sink;
    this.ticker = ticker;
  }

  /**
   * Writes all items, and waits until they have arrived.
   *
   * @param stop looked at before every item; true ends the writing
   * @return how many were written
   * @throws IOException if one could not be delivered
   */
  public long writeCatalog(EventSource source, BooleanSupplier stop) throws IOException {
    long written = 0;
    Iterator<ItemUpdate> items = source.catalog();
    while (!stop.getAsBoolean() && items.hasNext()) {
      sink.send(items.next());
      written++;
    }
    sink.flush();
    return written;
  }

  /**
   * Writes events until the source ends or is stopped, and waits until they have arrived. An event
   * that is late, because the sink did not keep up, goes at once.
   *
   * @param stop looked at before every event and while waiting; true ends the writing
   * @param listener is told each event right after it was sent, in order, by this thread
   * @return how many were written
   * @throws IOException if one could not be delivered
   */
  public long writeEvents(
      EventSource source,
      Pacing pacing,
      BooleanSupplier stop,
      Consumer<? super SourceEvent> listener)
      throws IOException {
    long written = 0;
    long start = ticker.nanoTime();
    Instant first = null;
    Iterator<? extends SourceEvent> events = source.events();
    while (!stop.getAsBoolean() && events.hasNext()) {
      SourceEvent next = events.next();
      Instant time = next.event().getEventTime();
      first = first == null ? time : first;
      long due = pacing.dueNanos(written, Duration.between(first, time));
      if (!ticker.await(start + due, stop)) {
        break;
      }
      sink.send(next.event());
      listener.accept(next);
      written++;
    }
    sink.flush();
    return written;
  }
}
