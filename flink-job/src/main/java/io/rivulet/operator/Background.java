package io.rivulet.operator;

import java.util.List;

/**
 * Work that no event waits for: it gets out of the way of scoring and learning. At a checkpoint all
 * threads have much to do at once, and the cores are for those first that events wait for.
 *
 * <p>A JVM heeds priorities only if it is told to ({@code -XX:ThreadPriorityPolicy=1}, see
 * ADR-0008); else nothing here does anything. To lower a priority takes no right.
 */
final class Background {
  /** How the names of the threads begin that upload a task's part of a checkpoint. */
  private static final List<String> UPLOADS =
      List.of("AsyncOperations", "Flink-RocksDBStateDataTransfer");

  private Background() {}

  /**
   * Lowers the calling task's thread, and those that it makes from now on; to be called where an
   * operator opens.
   */
  static void lowerTask() {
    lower(Thread.currentThread());
  }

  /**
   * Lowers the threads that upload checkpoints, those of all tasks beside the calling one. Flink
   * makes them when it needs them, and again after a minute without a checkpoint: to be called
   * after each.
   */
  static void lowerUploads() {
    ThreadGroup tasks = Thread.currentThread().getThreadGroup();
    Thread[] threads = new Thread[2 * tasks.activeCount() + 1];
    int found = tasks.enumerate(threads);
    for (int i = 0; i < found; i++) {
      if (UPLOADS.stream().anyMatch(threads[i].getName()::startsWith)) {
        lower(threads[i]);
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it but speed
  private static void lower(Thread thread) {
    thread.setPriority(Thread.MIN_PRIORITY);
  }
}
