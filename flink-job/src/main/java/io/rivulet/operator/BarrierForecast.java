package io.rivulet.operator;

import org.apache.flink.api.common.TaskInfo;

/**
 * Says when the next checkpoint's barrier is near, from how long it was from one to the next. What
 * is written to the state then need not be written while the barrier waits, when all tasks have
 * much to write at once; so each task has another moment. If the barrier comes sooner, or never,
 * all that is lost is that.
 */
final class BarrierForecast {
  /** Parts of the time between two barriers: when the first task is told, and how many later. */
  private static final double FIRST = 0.87;

  private static final double SPREAD = 0.08;

  private static final long NEVER = Long.MAX_VALUE;

  private final double part;
  private long last = NEVER;
  private long interval;
  private long near = NEVER;

  /** Forecasts for a task; says nothing before there were two barriers. */
  BarrierForecast(TaskInfo task) {
    part = FIRST + SPREAD * task.getIndexOfThisSubtask() / task.getNumberOfParallelSubtasks();
  }

  /**
   * Takes note of a barrier.
   *
   * @param now milliseconds since the epoch
   */
  void came(long now) {
    if (last != NEVER) {
      interval = Math.max(0, now - last);
      near = now + Math.round(part * interval);
    }
    last = now;
  }

  /** Whether the next barrier is near; once for each. */
  boolean isNear(long now) {
    if (now < near) {
      return false;
    }
    near = NEVER;
    return true;
  }

  /** Milliseconds between the last two barriers; 0 if there were none. */
  long interval() {
    return interval;
  }
}
