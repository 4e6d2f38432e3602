package io.rivulet.operator;

import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * The newest of each row that has changed since the version published last. In memory as far as
 * they go there, until they must be part of a checkpoint; else in the keyed state back end, under
 * the key that is current.
 */
final class HeldRows {
  /** Takes a row. */
  @FunctionalInterface
  interface Target {
    void accept(ChangedRow row) throws Exception;
  }

  private final MapState<String, SnapshotPart> state;
  private final int capacity;
  private final Map<String, ChangedRow> memory = new LinkedHashMap<>();

  /**
   * Rows that go on from the state.
   *
   * @param capacity most rows kept in memory
   */
  HeldRows(MapState<String, SnapshotPart> state, int capacity) {
    this.state = state;
    this.capacity = capacity;
  }

  /** The state that holds the rows. */
  static MapStateDescriptor<String, SnapshotPart> descriptor() {
    return new MapStateDescriptor<>(
        "held-rows", StringSerializer.INSTANCE, StreamTypes.SNAPSHOT_PART.serializer());
  }

  void add(ChangedRow row) throws Exception {
    String key = row.table().label() + ":" + row.id();
    if (memory.size() < capacity || memory.containsKey(key)) {
      memory.put(key, row);
    } else {
      state.put(key, row);
    }
  }

  /** Gives each row, the newest of an id. */
  void forEach(Target target) throws Exception {
    for (ChangedRow row : memory.values()) {
      target.accept(row);
    }
    for (Map.Entry<String, SnapshotPart> entry : state.entries()) {
      if (!memory.containsKey(entry.getKey()) && entry.getValue() instanceof ChangedRow row) {
        target.accept(row);
      }
    }
  }

  /** Moves all from memory to the state, so that a checkpoint has them. */
  void keep() throws Exception {
    for (Map.Entry<String, ChangedRow> entry : memory.entrySet()) {
      state.put(entry.getKey(), entry.getValue());
    }
    memory.clear();
  }

  void clear() {
    memory.clear();
    state.clear();
  }
}
