package io.rivulet.operator;

import io.rivulet.state.lifecycle.KeyGroups;
import io.rivulet.state.lifecycle.QueueStore;
import io.rivulet.state.lifecycle.Sighting;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;

/**
 * The queues of all key groups in the keyed state back end. Each lies under a key that Flink puts
 * into the same key group as the rows.
 */
final class KeyedQueues implements QueueStore {
  private final Consumer<String> currentKey;
  private final MapState<Long, Sighting> state;
  private final KeyGroupKeys keys;

  /**
   * Queues in the given state.
   *
   * @param currentKey sets the key that the state belongs to
   */
  KeyedQueues(Consumer<String> currentKey, MapState<Long, Sighting> state, KeyGroups keyGroups) {
    this.currentKey = currentKey;
    this.state = state;
    keys = new KeyGroupKeys(keyGroups);
  }

  @Override
  public Sighting get(int keyGroup, long place) {
    select(keyGroup);
    try {
      return state.get(place);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read the queue of key group " + keyGroup, e);
    }
  }

  @Override
  public void put(int keyGroup, long place, Sighting sighting) {
    select(keyGroup);
    try {
      state.put(place, sighting);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot write the queue of key group " + keyGroup, e);
    }
  }

  @Override
  public void remove(int keyGroup, long place) {
    select(keyGroup);
    try {
      state.remove(place);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot write the queue of key group " + keyGroup, e);
    }
  }

  @Override
  public void clear(int keyGroup) {
    select(keyGroup);
    state.clear();
  }

  private void select(int keyGroup) {
    currentKey.accept(keys.of(keyGroup));
  }
}
