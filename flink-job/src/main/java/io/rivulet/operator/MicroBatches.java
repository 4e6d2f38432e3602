package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.learner.data.ConflictFreeQueue;
import io.rivulet.learner.data.Resequencer;
import java.util.List;
import java.util.function.Predicate;

/** The events that wait in a learner, and when they are due. */
final class MicroBatches {
  private final ConflictFreeQueue<AttachedEvent> queue = new ConflictFreeQueue<>();
  private final Resequencer<AttachedEvent> order = new Resequencer<>();
  private final LearnSettings settings;
  private final boolean alone;
  private final Predicate<AttachedEvent> repeated;

  /**
   * None waiting.
   *
   * @param alone whether there is one learner only, which never runs ahead of others
   * @param repeated whether an event is to be dropped, because it was there before; asked once for
   *     each, and for those of a user in their order
   */
  MicroBatches(LearnSettings settings, boolean alone, Predicate<AttachedEvent> repeated) {
    this.settings = settings;
    this.alone = alone;
    this.repeated = repeated;
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
    if (!repeated.test(event)) {
      queue.add(event.userId(), event, now);
    }
  }

  /** Begins a new sequence, as {@link Sequence} does at the same barrier; nothing may wait. */
  void restartSequence() {
    order.restart();
  }

  /** Whether a micro-batch could be taken. */
  boolean anyReady() {
    return queue.size() > 0;
  }

  /** The next micro-batch, whether it is due or not; a user at most once. */
  List<AttachedEvent> next() {
    return queue.next(settings.batchSize());
  }

  /**
   * Whether a micro-batch is due: it is full or has waited long enough, and the learner may go
   * ahead; or no more events may wait.
   *
   * @param ahead examples learned ahead of the shared values that have come back
   */
  boolean isDue(long now, long ahead) {
    if (queue.size() >= settings.buffer()) {
      return true;
    }
    boolean full = queue.ready() >= settings.batchSize();
    return mayGoAhead(ahead) && (full || (queue.size() > 0 && lingersUntil() <= now));
  }

  /** Bounded staleness (Ho et al., NIPS 2013), in examples. */
  boolean mayGoAhead(long ahead) {
    return alone || settings.ahead() == 0 || ahead < settings.ahead();
  }

  /** When the event that waits longest has waited long enough. */
  long lingersUntil() {
    return queue.oldest() + settings.linger().toMillis();
  }
}
