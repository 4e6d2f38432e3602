package io.rivulet.operator;

import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.lifecycle.RowLimits;
import io.rivulet.state.lifecycle.RowStatistics;
import java.io.File;
import java.time.Duration;
import org.apache.flink.runtime.execution.Environment;
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
   */
  record Sample(long newUsers, RowStatistics rows, long stateBytes) {}

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
                RowLimits.NONE,
                SmallModel.NO_EXPLORATION,
                SnapshotSettings.NONE,
                WarmStart.NONE));
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
    Environment environment = flink.getEnvironment();
    String backend = "job_" + environment.getJobID();
    long bytes =
        size(
            environment
                .getTaskManagerInfo()
                .getTmpWorkingDirectory()
                .listFiles((folder, name) -> name.startsWith(backend)));
    return new Sample(newUsers, Account.statistics(learner), bytes);
  }

  /** RocksDB deletes files meanwhile: one that is gone has no length, and no files in it. */
  private static long size(File[] files) {
    long bytes = 0;
    for (File file : files == null ? new File[0] : files) {
      bytes +=
          file.isDirectory()
              ? size(file.listFiles())
              : file.getName().endsWith(".sst") ? file.length() : 0;
    }
    return bytes;
  }

  @Override
  public void close() {
    task.close();
  }
}
