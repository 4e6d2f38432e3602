package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.learner.layout.Hashing;
import io.rivulet.state.RecentHashes;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
 *
 * <p>To look into the state takes longer than to score an event. So what has come since the start
 * is in memory too, roughly: an event that is certainly new is not looked for. After a restart all
 * are looked for until a window has passed.
 */
final class KeyedEvents {
  /** Entries after which a compaction asks what time it is. */
  private static final long CLOCK = 1_000;

  private final Consumer<String> currentKey;
  private final LongSupplier clock;
  private final RecentHashes recent;

  /** From when on an event that is not among the recent ones is new. */
  private final long complete;

  private final MapState<Long, Boolean> seen;

  /**
   * Remembers events for a window.
   *
   * @param currentKey sets the key that the state belongs to
   * @param restored whether the state may hold events already
   * @param clock milliseconds since the epoch
   * @param window longer than 0
   */
  KeyedEvents(
      Consumer<String> currentKey,
      KeyedStateStore store,
      boolean restored,
      LongSupplier clock,
      Duration window) {
    this.currentKey = currentKey;
    this.clock = clock;
    recent = new RecentHashes(window.toMillis());
    complete = restored ? clock.getAsLong() + window.toMillis() : Long.MIN_VALUE;
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
    long id = Hashing.combine(0, event.eventId());
    long hash = Hashing.combine(id, event.userId());
    long now = clock.getAsLong();
    boolean isNew = now >= complete && !recent.mayHold(hash);
    currentKey.accept(event.userId());
    try {
      if (!isNew && seen.contains(id)) {
        return true;
      }
      seen.put(id, true);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot remember the events of " + event.userId(), e);
    }
    recent.add(hash, now);
    return false;
  }
}
