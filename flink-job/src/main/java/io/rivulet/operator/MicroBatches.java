package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.learner.data.ConflictFreeQueue;
import io.rivulet.learner.data.Resequencer;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The events that wait in a learner, and when they are due. Small micro-batches cost more per
 * event: a learner that has little time left waits longer for them to fill. Else many small ones
 * would keep it just busy enough that they never become larger.
 */
final class MicroBatches {
  /** A micro-batch that is not full waits for as long as this many of the last ones took. */
  private static final int SHARE = 4;

  /** It waits at most this many times as long as it is told to. */
  private static final int MOST = 10;

  /** Weight of the newest in the mean time that a micro-batch takes. */
  private static final double NEWEST = 0.125;

  private final ConflictFreeQueue<AttachedEvent> queue = new ConflictFreeQueue<>();
  private final Resequencer<AttachedEvent> order = new Resequencer<>();
  private final LearnSettings settings;
  private final long linger;
  private final LongSupplier ahead;
  private double meanMillis;
  private long lastFull = Long.MIN_VALUE;

  /**
   * None waiting.
   *
   * @param ahead tells how many examples were learned ahead of the shared values that have come
   *     back; always 0 if there is one learner only
   */
  MicroBatches(LearnSettings settings, LongSupplier ahead) {
    this.settings = settings;
    linger = settings.linger().toMillis();
    this.ahead = ahead;
  }

  void add(AttachedEvent event, long now) {
    order.add(event.userId(), event.turn(), event, next -> enqueue(next, now));
    if (order.size() >= settings.buffer()) {
      release(now);
    }
  }

  /** Events that wait, also those for whose turn it is not yet time. */
  int size() {
    return queue.size() + order.size();
  }

  /** Lets none wait any longer for its turn. */
  void release(long now) {
    order.release(event -> enqueue(event, now));
  }

  private void enqueue(AttachedEvent event, long now) {
    queue.add(event.userId(), event, now);
  }

  /** Notes how long a micro-batch took. */
  void learned(long millis) {
    meanMillis += NEWEST * (millis - meanMillis);
  }

  /** Begins a new sequence, as {@link EncodeEvent} does at the same barrier; nothing may wait. */
  void restartSequence() {
    order.restart();
  }

  /** Whether a micro-batch could be taken. */
  boolean anyReady() {
    return queue.size() > 0;
  }

  /** The next micro-batch, whether it is due or not; a user at most once. */
  List<AttachedEvent> next(long now) {
    List<AttachedEvent> batch = queue.next(settings.batchSize());
    if (batch.size() == settings.batchSize()) {
      lastFull = now;
    }
    return batch;
  }

  /**
   * Whether a micro-batch is due: it is full or has waited long enough, and the learner may go
   * ahead; or no more events may wait.
   */
  boolean isDue(long now) {
    if (queue.size() >= settings.buffer()) {
      return true;
    }
    boolean full = queue.ready() >= settings.batchSize();
    return (full || (queue.size() > 0 && lingersUntil() <= now)) && mayGoAhead();
  }

  /** Bounded staleness (Ho et al., NIPS 2013), in examples. */
  boolean mayGoAhead() {
    return settings.ahead() == 0 || ahead.getAsLong() < settings.ahead();
  }

  /**
   * When the event that waits longest has waited long enough. Events left over by a full
   * micro-batch, since their users had others in it, begin to wait: they would fill a small part of
   * the next.
   */
  long lingersUntil() {
    long busy = Math.min(MOST * linger, Math.round(SHARE * meanMillis));
    return Math.max(queue.oldest(), lastFull) + Math.max(linger, busy);
  }
}
