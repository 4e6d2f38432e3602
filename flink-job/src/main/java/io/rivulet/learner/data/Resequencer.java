package io.rivulet.learner.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Restores the order of each user's elements as a {@link Sequencer} numbered them (Hohpe, Woolf,
 * "Enterprise integration patterns", 2003): an element waits until its user's elements before it
 * have come. An element whose turn is over, or that has none, does not wait.
 *
 * @param <E> what is ordered
 */
public final class Resequencer<E> {
  private static final class Line<E> {
    int next = 1;

    /** Null as long as none has been held: of most users none ever is. */
    TreeMap<Integer, E> held;

    boolean hold(int turn, E element) {
      held = held == null ? new TreeMap<>() : held;
      return held.putIfAbsent(turn, element) == null;
    }
  }

  private final Map<String, Line<E>> lines = new LinkedHashMap<>();
  private int held;

  /** Hands the element over when it is its turn, and then those of its user that waited for it. */
  public void add(String user, int turn, E element, Consumer<? super E> released) {
    if (turn == Sequencer.ANY_TURN) {
      released.accept(element);
      return;
    }
    Line<E> line = lines.computeIfAbsent(user, key -> new Line<>());
    if (turn > line.next && line.hold(turn, element)) {
      held++;
      return;
    }
    // A turn that is taken: two sequencers met the same user, and nobody knows the order.
    released.accept(element);
    if (turn == line.next) {
      line.next++;
      releaseWhile(line, first -> first == line.next, released);
    }
  }

  /** Number of elements that wait for their turn. */
  public int size() {
    return held;
  }

  /** Hands over all that waits, each user's in its order, without what it waited for. */
  public void release(Consumer<? super E> released) {
    for (Line<E> line : lines.values()) {
      releaseWhile(line, first -> true, released);
    }
  }

  /** Begins again with everybody's turn 1; nothing may wait. */
  public void restart() {
    lines.clear();
  }

  private void releaseWhile(Line<E> line, IntPredicate first, Consumer<? super E> released) {
    while (line.held != null && !line.held.isEmpty() && first.test(line.held.firstKey())) {
      Map.Entry<Integer, E> next = line.held.pollFirstEntry();
      held--;
      line.next = next.getKey() + 1;
      released.accept(next.getValue());
    }
  }
}
