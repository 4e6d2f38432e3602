package io.rivulet.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A write-back cache in front of what is slow to reach. Keeps values as they are given: nobody
 * changes them.
 *
 * @param <V> what is kept for an id
 */
public final class WriteBackCache<V> {
  private static final class Entry<V> extends SecondChance.Entry {
    V value;
    boolean dirty;

    /** If dirty: whether it has been handed over as it is. */
    boolean handedOver;

    Entry(String id, V value, boolean dirty) {
      super(id);
      this.value = value;
      this.dirty = dirty;
    }
  }

  private final int capacity;
  private final Function<String, V> read;
  private final BiConsumer<String, V> write;
  private final SecondChance<Entry<V>> cache = new SecondChance<>();

  /**
   * An empty cache.
   *
   * @param capacity values kept in memory, at least 1
   * @param read finds what is kept for an id; null, which is not cached, if there is nothing
   * @param write keeps a value for good
   */
  public WriteBackCache(int capacity, Function<String, V> read, BiConsumer<String, V> write) {
    this.capacity = capacity;
    this.read = read;
    this.write = write;
  }

  /** The value of an id, or null. */
  public V get(String id) {
    Entry<V> cached = cache.get(id);
    if (cached != null) {
      return cached.value;
    }
    V value = read.apply(id);
    if (value != null) {
      add(new Entry<>(id, value, false));
    }
    return value;
  }

  /** Sets the value of an id; it is written when it leaves, or later. */
  public void put(String id, V value) {
    change(id, cache.get(id), value);
  }

  /**
   * The same of a value that follows from the one before.
   *
   * @param change is given null if there is none, and gives the new one
   */
  public void change(String id, UnaryOperator<V> change) {
    Entry<V> cached = cache.get(id);
    change(id, cached, change.apply(cached == null ? read.apply(id) : cached.value));
  }

  private void change(String id, Entry<V> cached, V value) {
    if (cached == null) {
      add(new Entry<>(id, value, true));
    } else {
      cached.value = value;
      cached.dirty = true;
      cached.handedOver = false;
    }
  }

  /** Forgets an id, also what has not been written. */
  public void remove(String id) {
    cache.remove(id);
  }

  /** Writes every changed value; they stay cached. */
  public void flush() {
    cache.all().forEach(this::write);
  }

  /**
   * Hands over the values that have changed since the last time and are not written, and writes
   * those that had been handed over before and have not changed again: what changes all the time is
   * not written each time, and what does not is not handed over for ever.
   *
   * @param most values handed over; what else there is is written
   */
  public Map<String, V> handOver(int most) {
    Map<String, V> handedOver = new LinkedHashMap<>();
    for (Entry<V> entry : cache.all()) {
      if (entry.dirty && !entry.handedOver && handedOver.size() < most) {
        handedOver.put(entry.id, entry.value);
        entry.handedOver = true;
      } else {
        write(entry);
      }
    }
    return handedOver;
  }

  private void add(Entry<V> entry) {
    cache.add(entry);
    if (cache.size() > capacity) {
      write(cache.removeFirst());
    }
  }

  private void write(Entry<V> entry) {
    if (entry.dirty) {
      write.accept(entry.id, entry.value);
      entry.dirty = false;
    }
  }
}
