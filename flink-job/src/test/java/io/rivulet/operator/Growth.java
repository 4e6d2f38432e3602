package io.rivulet.operator;

import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.lifecycle.RowLimits;
import io.rivulet.state.lifecycle.RowStatistics;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateSnapshotContextSynchronousImpl;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * A learner on RocksDB to which ever new users come: of five events, four are of users that never
 * come again, and one is of {@link #REGULAR} regular ones. Each event is a millisecond of event
 * time after the one before.
 */
final class Growth implements AutoCloseable {
  /** Number of regular users. */
  static final int REGULAR = 500;

  /** Events for four new users. */
  private static final int CYCLE = 5;

  private static final int EVENTS_IN_A_ROUND = 2_000;

  /**
   * What the learner holds.
   *
   * @param stateBytes size of all files of RocksDB
   * @param heapBytes memory in use after a garbage collection
   */
  record Sample(long newUsers, RowStatistics rows, long stateBytes, long heapBytes) {}

  private final LearnTask task;
  private int events;
  private long newUsers;

  /** No users yet. */
  Growth(RowLimits limits) throws Exception {
    task =
        new LearnTask(
            new LearnSettings(
                SmallModel.ARM,
                SmallModel.SPEC,
                64,
                Duration.ofMillis(SmallModel.LINGER),
                4_096,
                Duration.ofMillis(SmallModel.INTERVAL),
                0,
                Duration.ofMillis(10 * SmallModel.INTERVAL),
                1_000,
                1_000,
                Duration.ZERO,
                ModelChange.REFUSE,
                limits,
                RowLimits.NONE));
  }

  /** Lets new users come until there were so many. */
  void growTo(long users) throws Exception {
    while (newUsers < users) {
      boolean regular = events % CYCLE == CYCLE - 1;
      String user = regular ? "regular-" + events / CYCLE % REGULAR : "user-" + newUsers++;
      task.add(Events.attached(events, user, "item-" + events % 100, 5));
      events++;
      if (events % EVENTS_IN_A_ROUND == 0) {
        task.jump(SmallModel.INTERVAL);
        task.out().clear();
      }
    }
  }

  /** Number of all events so far. */
  int events() {
    return events;
  }

  /** What the learner holds now, at a barrier. */
  Sample sample() throws Exception {
    var flink = task.harness().flink();
    AbstractStreamOperator<?> learner = (AbstractStreamOperator<?>) flink.getOperator();
    learner.prepareSnapshotPreBarrier(1);
    learner.snapshotState(new StateSnapshotContextSynchronousImpl(1, 0));
    task.out().clear();
    long bytes = 0;
    for (File folder : flink.getEnvironment().getIOManager().getSpillingDirectories()) {
      bytes += size(folder.toPath());
    }
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Sample(newUsers, Account.statistics(learner), bytes, heap);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  @Override
  public void close() {
    task.close();
  }
}
