package io.rivulet.sim.sink;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.io.PrintWriter;

/** Prints items and events, one JSON object per line, instead of sending them. */
public final class JsonSink implements EventSink {
  private final PrintWriter out;
  private final long limit;
  private long items;
  private long events;

  /**
   * Creates the sink.
   *
   * @param out where to print; stays the caller's to close
   * @param limit print at most so many items and so many events, take the rest in silence
   */
  public JsonSink(PrintWriter out, long limit) {
    this.out = out;
    this.limit = limit;
  }

  @Override
  public void send(ItemUpdate item) {
    if (items++ < limit) {
      out.println(item);
    }
  }

  @Override
  public void send(UserEvent event) {
    if (events++ < limit) {
      out.println(event);
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
