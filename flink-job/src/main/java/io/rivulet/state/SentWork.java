package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A learner's own work of closed rounds on one parameter, which no published value holds yet: a
 * queue that knows its sum. It is two stacks, the older one of sums that reach from each round to
 * the stack's newest (Tangwongsan, Hirzel, Schneider, "Low-latency sliding-window aggregation in
 * worst-case constant time", DEBS 2017, section 3), so that a published value costs as much however
 * far the learner is ahead of it. If it cost more the further, a learner that falls behind once
 * would fall behind for good.
 */
final class SentWork {
  private record Sent(long round, Row work) {}

  /** Oldest first; the work of each is that of its round and of all after it in here. */
  private final ArrayDeque<Sent> older = new ArrayDeque<>(2);

  /** Oldest first, all after those in {@link #older}. */
  private final ArrayDeque<Sent> newer = new ArrayDeque<>(2);

  /** The sum of all in {@link #newer}; null if there is none. */
  private Row sumOfNewer;

  /** Adds the work of a round, which comes after all others. The row must not be changed. */
  void add(long round, Row work) {
    newer.add(new Sent(round, work));
    sumOfNewer = sumOfNewer == null ? work : sumOfNewer.plus(work);
  }

  /** Drops the work of all rounds up to one. */
  void removeUpTo(long round) {
    removeOlder(round);
    if (older.isEmpty() && !newer.isEmpty() && newer.peek().round() <= round) {
      turnOver();
      removeOlder(round);
    }
  }

  private void removeOlder(long round) {
    while (!older.isEmpty() && older.peek().round() <= round) {
      older.remove();
    }
  }

  private void turnOver() {
    Row sum = null;
    while (!newer.isEmpty()) {
      Sent last = newer.removeLast();
      sum = sum == null ? last.work() : last.work().plus(sum);
      older.addFirst(new Sent(last.round(), sum));
    }
    sumOfNewer = null;
  }

  /** Rows that add up to the work of all rounds after one: few. Not to be changed. */
  List<Row> after(long round) {
    List<Row> rows = new ArrayList<>(2);
    for (Sent sum : older) {
      if (sum.round() > round) {
        rows.add(sum.work());
        break;
      }
    }
    if (!newer.isEmpty() && newer.peek().round() > round) {
      rows.add(sumOfNewer);
      return rows;
    }
    for (Sent sent : newer) {
      if (sent.round() > round) {
        rows.add(sent.work());
      }
    }
    return rows;
  }
}
