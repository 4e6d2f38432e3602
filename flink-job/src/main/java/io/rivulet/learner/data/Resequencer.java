package io.rivulet.learner.data;

import java.util.function.Consumer;
import org.agrona.collections.Int2IntCounterMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Restores the order of each user's elements as a {@link Sequencer} numbered them (Hohpe, Woolf,
 * "Enterprise integration patterns", 2003): an element waits until its user's elements before it
 * have come. An element whose turn is over, or that has none, does not wait.
 *
 * @param <E> what is ordered
 */
public final class Resequencer<E> {
  /** Turns that are over, by the hash of the user's id. */
  private final Int2IntCounterMap over = new Int2IntCounterMap(0);

  /** What waits, by the same and its turn. */
  private final Long2ObjectHashMap<E> held = new Long2ObjectHashMap<>();

  /** Hands the element over when it is its turn, and then those of its user that waited for it. */
  public void add(String user, int turn, E element, Consumer<? super E> released) {
    int hash = user.hashCode();
    int next = over.incrementAndGet(hash);
    if (turn == next) {
      released.accept(element);
      releaseFrom(hash, turn + 1, released);
      return;
    }
    over.decrementAndGet(hash);
    // A turn that is taken: two sequencers met the same user, and nobody knows the order.
    if (turn < next || held.putIfAbsent(place(hash, turn), element) != null) {
      released.accept(element);
    }
  }

  private static long place(int hash, int turn) {
    return (long) hash << Integer.SIZE | turn;
  }

  private void releaseFrom(int hash, int turn, Consumer<? super E> released) {
    int next = turn;
    while (!held.isEmpty()) {
      E element = held.remove(place(hash, next));
      if (element == null) {
        return;
      }
      over.put(hash, next);
      released.accept(element);
      next++;
    }
  }

  /** Number of elements that wait for their turn. */
  public int size() {
    return held.size();
  }

  /** Hands over all that waits, each user's in its order, without what it waited for. */
  public void release(Consumer<? super E> released) {
    // The table's own order depends on what was in it before.
    long[] places = held.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    for (long place : places) {
      over.put((int) (place >>> Integer.SIZE), (int) place);
      released.accept(held.remove(place));
    }
  }

  /** Begins again with everybody's turn 1; nothing may wait. */
  public void restart() {
    over.clear();
  }
}
