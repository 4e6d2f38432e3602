package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.state.PendingWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * The work that waits in an owner for its round to be closed. It lives for the length of a round
 * only, so it is in memory, and in keyed state just for what is open at a checkpoint.
 */
final class WaitingWork {
  private static final String NAME = "pending";

  /** Takes the work of a round that is closed. */
  @FunctionalInterface
  interface Merge {
    void merge(String id, long round, PendingWork work) throws Exception;
  }

  /** The work of a round on one id. */
  record Open(String id, PendingWork work) {}

  private static final class Entry {
    PendingWork work;
    boolean stored;

    Entry(PendingWork work, boolean stored) {
      this.work = work;
      this.stored = stored;
    }
  }

  private final Consumer<String> currentKey;
  private final MapState<Long, PendingWork> state;
  private final TreeMap<Long, Map<String, Entry>> rounds = new TreeMap<>();

  /**
   * No work yet.
   *
   * @param currentKey sets the key that the state belongs to
   * @param state that of {@link #descriptor}
   */
  WaitingWork(Consumer<String> currentKey, MapState<Long, PendingWork> state) {
    this.currentKey = currentKey;
    this.state = state;
  }

  /** The state that holds what waits. */
  static MapStateDescriptor<Long, PendingWork> descriptor() {
    return new MapStateDescriptor<>(
        NAME, LongSerializer.INSTANCE, StreamTypes.PENDING_WORK.serializer());
  }

  /** Goes on with what the state holds. */
  void restore(KeyedStateBackend<String> backend) throws Exception {
    List<String> ids;
    try (Stream<String> all = backend.getKeys(NAME, VoidNamespace.INSTANCE)) {
      ids = all.distinct().toList();
    }
    for (String id : ids) {
      currentKey.accept(id);
      for (Map.Entry<Long, PendingWork> work : state.entries()) {
        round(work.getKey()).put(id, new Entry(work.getValue(), true));
      }
    }
  }

  /** Adds one learner's work of a round. */
  void add(String id, long round, Row change) {
    Map<String, Entry> ids = round(round);
    Entry others = ids.get(id);
    if (others == null) {
      ids.put(id, new Entry(PendingWork.of(change), false));
    } else {
      others.work = others.work.plus(change);
    }
  }

  /** Hands over the work of all rounds up to one, older rounds first. */
  void close(long last, Merge merge) throws Exception {
    while (!rounds.isEmpty() && rounds.firstKey() <= last) {
      Map.Entry<Long, Map<String, Entry>> round = rounds.pollFirstEntry();
      for (Map.Entry<String, Entry> waiting : round.getValue().entrySet()) {
        if (waiting.getValue().stored) {
          currentKey.accept(waiting.getKey());
          state.remove(round.getKey());
        }
        merge.merge(waiting.getKey(), round.getKey(), waiting.getValue().work);
      }
    }
  }

  /** All that waits, older rounds first. */
  List<Open> open() {
    List<Open> open = new ArrayList<>();
    for (Map<String, Entry> round : rounds.values()) {
      round.forEach((id, waiting) -> open.add(new Open(id, waiting.work)));
    }
    return open;
  }

  /** Puts what still waits into the state. */
  void save() throws Exception {
    for (Map.Entry<Long, Map<String, Entry>> round : rounds.entrySet()) {
      for (Map.Entry<String, Entry> waiting : round.getValue().entrySet()) {
        currentKey.accept(waiting.getKey());
        state.put(round.getKey(), waiting.getValue().work);
        waiting.getValue().stored = true;
      }
    }
  }

  private Map<String, Entry> round(long round) {
    return rounds.computeIfAbsent(round, key -> new LinkedHashMap<>());
  }
}
