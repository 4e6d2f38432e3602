package io.rivulet.sim.sink;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given. */
final class RecordingSink implements EventSink {
  final List<ItemUpdate> items = new ArrayList<>();
  final List<UserEvent> events = new ArrayList<>();
  int flushes;

  @Override
  public void send(ItemUpdate item) {
    items.add(item);
  }

  @Override
  public void send(UserEvent event) {
    events.add(event);
  }

  @Override
  public void flush() {
    flushes++;
  }

  @Override
  public void close() {}
}
