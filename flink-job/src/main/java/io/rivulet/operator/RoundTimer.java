package io.rivulet.operator;

import io.rivulet.state.Rounds;
import java.util.concurrent.ScheduledFuture;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/**
 * Ends a learner's rounds, each at its tick. Behind a checkpoint's barrier it leaves out the first
 * ticks: owners wait there (see {@link BarrierPause}), so a round's work would fill the way to them
 * and then stop the learner, and the cores have more to do than at any other time.
 */
final class RoundTimer {
  private static final int PART_OF_CHECKPOINT = 16;

  /** Most rounds that are left out at a barrier. */
  private static final int ROUNDS = 2;

  /** In milliseconds: what owners wait, and about as long again until they have all handed over. */
  private static final long LONGEST = 400;

  private final ProcessingTimeService time;
  private final Rounds rounds;
  private final LongConsumer end;
  private final BarrierPause pause;
  private long pausedUntil = Long.MIN_VALUE;

  /**
   * A timer that has not begun.
   *
   * @param end ends the round that is open at a tick
   */
  RoundTimer(ProcessingTimeService time, Rounds rounds, LearnSettings settings, LongConsumer end) {
    this.time = time;
    this.rounds = rounds;
    this.end = end;
    long longest = Math.min(LONGEST, ROUNDS * settings.roundInterval().toMillis());
    // Who may not go far ahead waits for the round's values to come back.
    pause = new BarrierPause(PART_OF_CHECKPOINT, settings.ahead() == 0 ? longest : 0);
  }

  /** Waits for the next tick, and at each for the one behind it; to be called once from outside. */
  void start() {
    ScheduledFuture<?> unused =
        time.registerTimer(
            rounds.nextTick(time.getCurrentProcessingTime()),
            tick -> {
              if (tick >= pausedUntil) {
                // Of the tick, not of the clock: Flink's timers are a little late, and rounded up,
                // a little too late is a whole round into the future.
                end.accept(tick);
              }
              start();
            });
  }

  /** Takes note of a barrier, right before which a round has ended. */
  void barrier() {
    long now = time.getCurrentProcessingTime();
    pausedUntil = now + pause.at(now);
  }
}
