package io.rivulet.operator;

import io.rivulet.domain.ItemReplica;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;

/**
 * What is known of items: a write-back cache, least recently used first out, in front of keyed
 * state, from which a row would have to be read for every event.
 */
final class KnownItems {
  private static final int CAPACITY = 50_000;

  private static final class Entry {
    ItemReplica item;
    boolean dirty;

    Entry(ItemReplica item) {
      this.item = item;
    }
  }

  private final Consumer<String> currentKey;
  private final ValueState<ItemReplica> state;
  private final Map<String, Entry> cache = new LinkedHashMap<>(1024, 0.75f, true);

  /**
   * An empty cache.
   *
   * @param currentKey sets the key that the state belongs to
   */
  KnownItems(Consumer<String> currentKey, ValueState<ItemReplica> state) {
    this.currentKey = currentKey;
    this.state = state;
  }

  /** What is known of an item. */
  ItemReplica get(String id) throws Exception {
    return entry(id).item;
  }

  /** Takes in what is now known of an item. */
  void put(String id, ItemReplica item) throws Exception {
    Entry entry = entry(id);
    entry.item = item;
    entry.dirty = true;
  }

  /** Puts all that is new into the state. */
  void flush() throws Exception {
    for (Map.Entry<String, Entry> cached : cache.entrySet()) {
      write(cached.getKey(), cached.getValue());
    }
  }

  private Entry entry(String id) throws Exception {
    Entry entry = cache.get(id);
    if (entry == null) {
      currentKey.accept(id);
      ItemReplica stored = state.value();
      entry = new Entry(stored == null ? ItemReplica.UNKNOWN : stored);
      cache.put(id, entry);
      if (cache.size() > CAPACITY) {
        Iterator<Map.Entry<String, Entry>> eldest = cache.entrySet().iterator();
        Map.Entry<String, Entry> leaving = eldest.next();
        write(leaving.getKey(), leaving.getValue());
        eldest.remove();
      }
    }
    return entry;
  }

  private void write(String id, Entry entry) throws Exception {
    if (!entry.dirty) {
      return;
    }
    currentKey.accept(id);
    if (entry.item.isEmpty()) {
      state.clear();
    } else {
      state.update(entry.item);
    }
    entry.dirty = false;
  }
}
