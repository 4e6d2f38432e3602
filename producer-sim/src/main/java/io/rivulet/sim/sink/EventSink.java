package io.rivulet.sim.sink;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.io.IOException;

/** Where items and events go. Used by one thread. */
public interface EventSink extends AutoCloseable {
  /** Takes an item; may return before it has arrived. */
  void send(ItemUpdate item) throws IOException;

  /** Takes an event; may return before it has arrived. */
  void send(UserEvent event) throws IOException;

  /** Returns when everything taken so far has arrived, or throws what went wrong. */
  void flush() throws IOException;

  /** Frees what the sink holds. Does not tell whether all has arrived: {@link #flush()} does. */
  @Override
  void close();
}
