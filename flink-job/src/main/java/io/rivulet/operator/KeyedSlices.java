package io.rivulet.operator;

import io.rivulet.state.EventSlices;
import io.rivulet.state.lifecycle.KeyGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;

/** The slices of recent events in the keyed state back end. */
final class KeyedSlices implements EventSlices {
  private final Consumer<String> currentKey;
  private final MapState<Long, long[]> state;
  private final KeyGroupKeys keys;

  /**
   * Slices in the given state.
   *
   * @param currentKey sets the key that the state belongs to
   */
  KeyedSlices(Consumer<String> currentKey, MapState<Long, long[]> state, KeyGroups keyGroups) {
    this.currentKey = currentKey;
    this.state = state;
    keys = new KeyGroupKeys(keyGroups);
  }

  static MapStateDescriptor<Long, long[]> descriptor() {
    return new MapStateDescriptor<>(
        "event-slices", LongSerializer.INSTANCE, LongPrimitiveArraySerializer.INSTANCE);
  }

  @Override
  public Collection<Long> ends(int keyGroup) {
    select(keyGroup);
    try {
      List<Long> ends = new ArrayList<>();
      state.keys().forEach(ends::add);
      return ends;
    } catch (Exception e) {
      throw failed("read", keyGroup, e);
    }
  }

  @Override
  public long[] get(int keyGroup, long end) {
    select(keyGroup);
    try {
      return state.get(end);
    } catch (Exception e) {
      throw failed("read", keyGroup, e);
    }
  }

  @Override
  public void put(int keyGroup, long end, long[] hashes) {
    select(keyGroup);
    try {
      state.put(end, hashes);
    } catch (Exception e) {
      throw failed("write", keyGroup, e);
    }
  }

  @Override
  public void remove(int keyGroup, long end) {
    select(keyGroup);
    try {
      state.remove(end);
    } catch (Exception e) {
      throw failed("write", keyGroup, e);
    }
  }

  private void select(int keyGroup) {
    currentKey.accept(keys.of(keyGroup));
  }

  private static IllegalStateException failed(String what, int keyGroup, Exception cause) {
    return new IllegalStateException(
        "Cannot " + what + " the recent events of key group " + keyGroup, cause);
  }
}
