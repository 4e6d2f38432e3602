package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.learner.layout.Hashing;
import io.rivulet.state.RecentEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/** Which events of each user have come lately, as a learner finds them in a checkpoint. */
final class KeyedEvents {
  private final LongSupplier clock;
  private final RecentEvents recent;

  /**
   * Remembers events for a window, and those that the checkpoint remembers.
   *
   * @param clock milliseconds since the epoch
   * @param window longer than 0
   */
  KeyedEvents(
      KeyedStateBackend<String> backend,
      TaskInfo task,
      StateInitializationContext context,
      LongSupplier clock,
      Duration window)
      throws Exception {
    this.clock = clock;
    TaskKeyGroups keyGroups = TaskKeyGroups.of(task);
    recent =
        new RecentEvents(
            keyGroups,
            new KeyedSlices(
                backend::setCurrentKey,
                context.getKeyedStateStore().getMapState(KeyedSlices.descriptor()),
                keyGroups),
            window.toMillis());
    if (context.isRestored()) {
      adoptSingleEvents(backend, window);
    }
  }

  /** Takes over what a checkpoint from before there were slices has: a state for each event. */
  private void adoptSingleEvents(KeyedStateBackend<String> backend, Duration window)
      throws Exception {
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        singleEvents(window),
        (user, events) -> {
          for (long id : events.keys()) {
            boolean unused = recent.isRepeated(user, id, clock.getAsLong());
          }
          events.clear();
        });
  }

  /** The state for each event: of a user, and the hash of its id. */
  static MapStateDescriptor<Long, Boolean> singleEvents(Duration window) {
    MapStateDescriptor<Long, Boolean> events =
        new MapStateDescriptor<>(
            "recent-events", LongSerializer.INSTANCE, BooleanSerializer.INSTANCE);
    events.enableTimeToLive(
        StateTtlConfig.newBuilder(window).updateTtlOnCreateAndWrite().neverReturnExpired().build());
    return events;
  }

  /** Those events of a micro-batch that have not come before; from now on they have. */
  List<AttachedEvent> newOnes(List<AttachedEvent> batch) {
    List<String> users = new ArrayList<>(batch.size());
    long[] ids = new long[batch.size()];
    for (int i = 0; i < ids.length; i++) {
      AttachedEvent event = batch.get(i);
      users.add(event.userId());
      ids[i] = Hashing.combine(0, event.eventId());
    }
    boolean[] repeated = recent.areRepeated(users, ids, clock.getAsLong());
    List<AttachedEvent> found = new ArrayList<>(batch.size());
    for (int i = 0; i < ids.length; i++) {
      if (!repeated[i]) {
        found.add(batch.get(i));
      }
    }
    return found;
  }

  /** Puts what a checkpoint shall hold into the store. */
  void save() {
    recent.save(clock.getAsLong());
  }
}
