package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.learner.layout.Hashing;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * Which events of each user have come lately, in the keyed state back end. Of their ids it keeps 64
 * bits of a hash: two events of a user are taken for one by accident as good as never. What is
 * older than the window goes by Flink's own time to live; nobody needs to hear of it.
 */
final class KeyedEvents {
  /** Entries after which a compaction asks what time it is. */
  private static final long CLOCK = 1_000;

  private final Consumer<String> currentKey;
  private final MapState<Long, Boolean> seen;

  /**
   * Remembers events for a window.
   *
   * @param currentKey sets the key that the state belongs to
   * @param window longer than 0
   */
  KeyedEvents(Consumer<String> currentKey, KeyedStateStore store, Duration window) {
    this.currentKey = currentKey;
    MapStateDescriptor<Long, Boolean> events =
        new MapStateDescriptor<>(
            "recent-events", LongSerializer.INSTANCE, BooleanSerializer.INSTANCE);
    events.enableTimeToLive(
        StateTtlConfig.newBuilder(window)
            .updateTtlOnCreateAndWrite()
            .neverReturnExpired()
            .cleanupInRocksdbCompactFilter(CLOCK, window)
            .build());
    seen = store.getMapState(events);
  }

  /** Whether an event with this id has come from this user before; from now on it has. */
  boolean isRepeated(AttachedEvent event) {
    currentKey.accept(event.userId());
    long id = Hashing.combine(0, event.eventId());
    try {
      if (seen.contains(id)) {
        return true;
      }
      seen.put(id, true);
      return false;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot remember the events of " + event.userId(), e);
    }
  }
}
