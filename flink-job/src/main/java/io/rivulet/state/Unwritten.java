package io.rivulet.state;

import java.util.function.BiConsumer;

/**
 * What one task had in memory only when a checkpoint was made. It takes the place of what the
 * task's store has of the same ids. Does not change.
 *
 * @param <V> what is kept for an id
 */
public interface Unwritten<V> {
  /** Hands over what there is, each id once. */
  void forEach(BiConsumer<String, V> target);
}
