package io.rivulet.learner.data;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers each user's elements in the order in which they are met, so that a {@link Resequencer}
 * behind parallel paths can restore it (Hohpe, Woolf, "Enterprise integration patterns", 2003).
 */
public final class Sequencer {
  /** The turn of an element whose place is not known. */
  public static final int ANY_TURN = 0;

  private static final class Count {
    int turns;
  }

  private final int mostUsers;
  private final Map<String, Count> counts = new HashMap<>();

  /**
   * Has met nobody.
   *
   * @param mostUsers number of users that are counted at once; the elements of others may overtake
   *     each other until {@link #restart}
   */
  public Sequencer(int mostUsers) {
    this.mostUsers = mostUsers;
  }

  /** The turn of the user's next element, counted from 1, or {@link #ANY_TURN}. */
  public int next(String user) {
    Count count = counts.get(user);
    if (count == null) {
      if (counts.size() >= mostUsers) {
        return ANY_TURN;
      }
      count = new Count();
      counts.put(user, count);
    }
    return ++count.turns;
  }

  /** Begins again with everybody's turn 1; the resequencer must do so behind the same element. */
  public void restart() {
    counts.clear();
  }
}
