package io.rivulet.state;

import io.rivulet.domain.PackedRow;
import io.rivulet.domain.Row;
import io.rivulet.learner.ParameterLayout;

/**
 * A learner's view of one shared parameter: the newest published value, plus the learner's own work
 * that is newer than the value's stamp. With a single learner that is exactly the sequence of its
 * own steps, however late its owner publishes.
 */
final class Replica {
  private final ParameterLayout layout;
  private final float[] current;

  /** Own work of closed rounds that the published value does not hold yet. */
  private final SentWork sent = new SentWork();

  /** The value when the open round began to change it; null while the round has not touched it. */
  private float[] before;

  private long stamp;
  private long count;
  private long lastSeen;

  /**
   * A view that begins with a value.
   *
   * @param current becomes the live array
   * @param stamp the value's stamp
   */
  Replica(ParameterLayout layout, float[] current, long stamp) {
    this.layout = layout;
    this.current = current;
    this.stamp = stamp;
  }

  /** The live array: what to compute with, and to change after {@link #touch}. */
  float[] current() {
    return current;
  }

  long stamp() {
    return stamp;
  }

  /** Whether a value with this stamp would be taken in. */
  boolean isOlderThan(long round) {
    return round > stamp;
  }

  /** Own examples that the newest published value does not hold yet. */
  long ahead() {
    return since(Long.MIN_VALUE);
  }

  /** Own examples of rounds after the given one. */
  private long since(long round) {
    long examples = count;
    for (Row work : sent.after(round)) {
      examples += work.count();
    }
    return examples;
  }

  /** Announces that the open round is about to change the live array. */
  void touch() {
    if (before == null) {
      before = current.clone();
    }
  }

  /**
   * The value as it stands, or would stand if a published one were taken in, which it is not. Its
   * count is that of all examples known of, its array not to be changed.
   *
   * @param published may be older than the newest, and null
   */
  Row peek(long round, PackedRow published) {
    boolean newer = published != null && isOlderThan(round);
    long examples = since(newer ? round : stamp);
    if (published != null) {
      examples += published.count();
    } else if (stamp != Long.MIN_VALUE) {
      examples++; // published after what was asked with had left
    }
    return new Row(examples, 0, newer ? onTopOf(round, published.unpacked().values()) : current);
  }

  /** All own work that is newer than the value, added to it. */
  private float[] onTopOf(long round, float[] result) {
    for (Row work : sent.after(round)) {
      layout.merge(result, work.values(), 1);
    }
    if (before != null) {
      layout.merge(result, difference(current, before), 1);
    }
    return result;
  }

  /** Counts one example that changed the live array. */
  void learned(long eventTime) {
    count++;
    lastSeen = Math.max(lastSeen, eventTime);
  }

  /** Takes a published value in; an older one than the newest is ignored. */
  void receive(long round, float[] value) {
    if (!isOlderThan(round)) {
      return;
    }
    stamp = round;
    float[] open = before == null ? null : difference(current, before);
    System.arraycopy(value, 0, current, 0, current.length);
    sent.removeUpTo(round);
    for (Row work : sent.after(round)) {
      layout.merge(current, work.values(), 1);
    }
    if (open != null) {
      System.arraycopy(current, 0, before, 0, current.length);
      layout.merge(current, open, 1);
    }
  }

  /** Ends the open round: its work, or null if it did none. The result must not be changed. */
  Row close(long round) {
    if (before == null) {
      return null;
    }
    Row work = count == 0 ? null : new Row(count, lastSeen, difference(current, before));
    if (work != null) {
      sent.add(round, work);
    }
    before = null;
    count = 0;
    lastSeen = 0;
    return work;
  }

  private static float[] difference(float[] after, float[] before) {
    float[] change = new float[after.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = after[i] - before[i];
    }
    return change;
  }
}
