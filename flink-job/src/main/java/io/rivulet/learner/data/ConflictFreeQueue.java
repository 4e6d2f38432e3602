package io.rivulet.learner.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Makes batches in which a user occurs at most once. A user's elements leave in the order they
 * came; elements of different users may overtake each other. Users whose ids have the same hash are
 * taken for one. Deterministic: the same additions and takings give the same batches.
 *
 * @param <E> what is queued
 */
public final class ConflictFreeQueue<E> {
  private static final class Waiting<E> {
    final int hash;
    final E element;
    final long arrived;
    final long number;

    /** The same user's next element; null if there is none. */
    Waiting<E> next;

    Waiting(int hash, E element, long arrived, long number) {
      this.hash = hash;
      this.element = element;
      this.arrived = arrived;
      this.number = number;
    }
  }

  /** What came last of each user who has something that waits, by the hash of the user's id. */
  private final Int2ObjectHashMap<Waiting<E>> last = new Int2ObjectHashMap<>();

  /** Heads of users' queues that were so from their arrival on, longest first. */
  private final ArrayDeque<Waiting<E>> first = new ArrayDeque<>();

  /** Heads that had others before them, longest first. They are few. */
  private final PriorityQueue<Waiting<E>> left =
      new PriorityQueue<>(Comparator.comparingLong(waiting -> waiting.number));

  private long added;
  private int size;

  /**
   * Lets an element wait behind its user's others.
   *
   * @param nowMillis time of arrival, as {@link #oldest} will tell it
   */
  public void add(String user, E element, long nowMillis) {
    Waiting<E> waiting = new Waiting<>(user.hashCode(), element, nowMillis, added++);
    Waiting<E> before = last.put(waiting.hash, waiting);
    if (before == null) {
      first.add(waiting);
    } else {
      before.next = waiting;
    }
    size++;
  }

  /** Number of elements that wait. */
  public int size() {
    return size;
  }

  /** Number of users with an element that waits: the most that the next batch can hold. */
  public int ready() {
    return first.size() + left.size();
  }

  /** When the element that waits longest arrived; {@link Long#MAX_VALUE} if none waits. */
  public long oldest() {
    Waiting<E> head = isLeftFirst() ? left.peek() : first.peek();
    return head == null ? Long.MAX_VALUE : head.arrived;
  }

  /**
   * Takes the first elements of at most {@code most} different users, longest-waiting first. A
   * user's second element waits for the next batch.
   */
  public List<E> next(int most) {
    int count = Math.min(most, ready());
    List<Waiting<E>> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(isLeftFirst() ? left.poll() : first.poll());
    }
    List<E> batch = new ArrayList<>(count);
    for (Waiting<E> waiting : taken) {
      if (waiting.next == null) {
        last.remove(waiting.hash);
      } else {
        left.add(waiting.next);
      }
      batch.add(waiting.element);
    }
    size -= count;
    return batch;
  }

  private boolean isLeftFirst() {
    return !left.isEmpty() && (first.isEmpty() || left.peek().number < first.peek().number);
  }
}
