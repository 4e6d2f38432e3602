package io.rivulet.state.lifecycle;

/** One of a key group's queues: first in, first out. Only its two ends are in memory. */
final class Lane {
  /** Number of lanes that share the places of a key group. */
  private static final int LANES = 2;

  private final QueueStore store;
  private final int keyGroup;
  private final int lane;
  private long head;
  private long tail;
  private Sighting first;

  /**
   * A queue that holds what the store has between two numbers.
   *
   * @param lane which of the queues, 0 or 1
   */
  Lane(QueueStore store, int keyGroup, int lane, long head, long tail) {
    this.store = store;
    this.keyGroup = keyGroup;
    this.lane = lane;
    this.head = head;
    this.tail = tail;
  }

  boolean isEmpty() {
    return head == tail;
  }

  long head() {
    return head;
  }

  long tail() {
    return tail;
  }

  void add(Sighting sighting) {
    store.put(keyGroup, place(tail), sighting);
    tail++;
  }

  /** The first one; the queue is not empty. */
  Sighting peek() {
    if (first == null) {
      first = store.get(keyGroup, place(head));
    }
    return first;
  }

  /** Takes the first one out; the queue is not empty. */
  Sighting poll() {
    Sighting polled = peek();
    store.remove(keyGroup, place(head));
    head++;
    first = null;
    return polled;
  }

  private long place(long number) {
    return number * LANES + lane;
  }
}
