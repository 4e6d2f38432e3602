package io.rivulet.state.lifecycle;

import io.rivulet.domain.Row;
import io.rivulet.fixture.QueuesInMemory;
import io.rivulet.fixture.RowsInMemory;
import java.util.ArrayList;
import java.util.List;

/** Rows and queues in memory, and what the life-cycle says when the rows are used. */
final class UsedRows {
  private final RowsInMemory rows = new RowsInMemory();
  private final QueuesInMemory queues = new QueuesInMemory();
  private final List<String> dropped = new ArrayList<>();

  RowsInMemory rows() {
    return rows;
  }

  QueuesInMemory queues() {
    return queues;
  }

  /** The ids that were dropped so far, in this order. */
  List<String> dropped() {
    return dropped;
  }

  /** An example of the id, which gets a row if it has none. */
  void use(LifeCycle lifeCycle, String id, long time) {
    Row before = rows.get(id);
    Row after = before == null ? new Row(1, time, new float[0]) : before.seen(time);
    rows.put(id, after);
    lifeCycle.seen(id, time);
    if (before == null) {
      lifeCycle.admitted(id, after);
    }
    lifeCycle.evict(rows, dropped::add);
  }
}
