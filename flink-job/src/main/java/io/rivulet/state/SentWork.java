package io.rivulet.state;

import io.rivulet.domain.Row;
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
  /** A round's work, or a sum of such, on top of others. */
  private record Sent(long round, Row work, Sent below) {}

  /** Oldest on top; the work of each is that of its round and of all below. */
  private Sent older;

  /** Newest on top, all after those in {@link #older}. */
  private Sent newer;

  /** The sum of all in {@link #newer}; null if there is none. */
  private Row sumOfNewer;

  /** The oldest round in {@link #newer}, if there is any. */
  private long firstOfNewer;

  /** Adds the work of a round, which comes after all others. The row must not be changed. */
  void add(long round, Row work) {
    if (newer == null) {
      firstOfNewer = round;
      sumOfNewer = work;
    } else {
      sumOfNewer = sumOfNewer.plus(work);
    }
    newer = new Sent(round, work, newer);
  }

  /** Drops the work of all rounds up to one. */
  void removeUpTo(long round) {
    while (older != null && older.round() <= round) {
      older = older.below();
    }
    if (older == null && newer != null && firstOfNewer <= round) {
      turnOver(round);
    }
  }

  /** Makes what is newer older, but not what is to be dropped. */
  private void turnOver(long dropped) {
    for (Sent sent = newer; sent != null && sent.round() > dropped; sent = sent.below()) {
      Row sum = older == null ? sent.work() : sent.work().plus(older.work());
      older = new Sent(sent.round(), sum, older);
    }
    newer = null;
    sumOfNewer = null;
  }

  /** Rows that add up to the work of all rounds after one: few. Not to be changed. */
  List<Row> after(long round) {
    List<Row> rows = new ArrayList<>(2);
    Sent first = older;
    while (first != null && first.round() <= round) {
      first = first.below();
    }
    if (first != null) {
      rows.add(first.work());
    }
    if (newer != null && firstOfNewer > round) {
      rows.add(sumOfNewer);
      return rows;
    }
    for (Sent sent = newer; sent != null && sent.round() > round; sent = sent.below()) {
      rows.add(sent.work());
    }
    return rows;
  }
}
