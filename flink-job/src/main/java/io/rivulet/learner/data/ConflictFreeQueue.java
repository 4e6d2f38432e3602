package io.rivulet.learner.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes batches in which a user occurs at most once. A user's elements leave in the order they
 * came; elements of different users may overtake each other. Deterministic: the same additions and
 * takings give the same batches.
 *
 * @param <E> what is queued
 */
public final class ConflictFreeQueue<E> {
  private record Waiting<E>(String user, E element, long arrived, long number) {}

  /** All that waits, by user, longest first. */
  private final Map<String, ArrayDeque<Waiting<E>>> byUser = new HashMap<>();

  /**
   * The head of each user's queue by its number of arrival, so that the longest-waiting is first.
   */
  private final TreeMap<Long, Waiting<E>> heads = new TreeMap<>();

  private long added;
  private int size;

  /**
   * Lets an element wait behind its user's others.
   *
   * @param nowMillis time of arrival, as {@link #oldest} will tell it
   */
  public void add(String user, E element, long nowMillis) {
    Waiting<E> waiting = new Waiting<>(user, element, nowMillis, added++);
    ArrayDeque<Waiting<E>> queue = byUser.computeIfAbsent(user, key -> new ArrayDeque<>());
    if (queue.isEmpty()) {
      heads.put(waiting.number(), waiting);
    }
    queue.add(waiting);
    size++;
  }

  /** Number of elements that wait. */
  public int size() {
    return size;
  }

  /** Number of users with an element that waits: the most that the next batch can hold. */
  public int ready() {
    return heads.size();
  }

  /** When the element that waits longest arrived; {@link Long#MAX_VALUE} if none waits. */
  public long oldest() {
    return heads.isEmpty() ? Long.MAX_VALUE : heads.firstEntry().getValue().arrived();
  }

  /**
   * Takes the first elements of at most {@code most} different users, longest-waiting first. A
   * user's second element waits for the next batch.
   */
  public List<E> next(int most) {
    int count = Math.min(most, heads.size());
    List<Waiting<E>> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(heads.pollFirstEntry().getValue());
    }
    List<E> batch = new ArrayList<>(count);
    for (Waiting<E> waiting : taken) {
      ArrayDeque<Waiting<E>> queue = byUser.get(waiting.user());
      queue.remove();
      if (queue.isEmpty()) {
        byUser.remove(waiting.user());
      } else {
        heads.put(queue.peek().number(), queue.peek());
      }
      batch.add(waiting.element());
    }
    size -= count;
    return batch;
  }
}
