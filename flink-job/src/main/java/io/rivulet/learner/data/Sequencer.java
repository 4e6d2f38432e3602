package io.rivulet.learner.data;

import org.agrona.collections.Int2IntCounterMap;

/**
 * Numbers each user's elements in the order in which they are met, so that a {@link Resequencer}
 * behind parallel paths can restore it (Hohpe, Woolf, "Enterprise integration patterns", 2003).
 * Users whose ids have the same hash are counted as one: their order is restored as well.
 */
public final class Sequencer {
  /** The turn of an element whose place is not known. */
  public static final int ANY_TURN = 0;

  private final int mostUsers;

  /** Turns so far, by the hash of the user's id. */
  private final Int2IntCounterMap turns = new Int2IntCounterMap(0);

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
    int hash = user.hashCode();
    boolean isFull = turns.size() >= mostUsers;
    return isFull && !turns.containsKey(hash) ? ANY_TURN : turns.incrementAndGet(hash);
  }

  /** Begins again with everybody's turn 1; the resequencer must do so behind the same element. */
  public void restart() {
    turns.clear();
  }
}
