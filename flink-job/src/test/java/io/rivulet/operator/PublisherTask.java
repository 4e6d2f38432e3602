package io.rivulet.operator;

import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.snapshot.Encoding;
import io.rivulet.snapshot.SnapshotEntry;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** A publisher of versions whose rows are written in small parts. */
final class PublisherTask implements AutoCloseable {
  /** What the gate looks at. */
  static final String METRIC = "like.auc";

  private static final int PART_BYTES = 256;

  private final OperatorHarness<
          SnapshotEntry,
          KeyedOneInputStreamOperatorTestHarness<String, SnapshotPart, SnapshotEntry>>
      harness;

  PublisherTask(LearnerSpec spec, Encoding encoding) throws Exception {
    this(spec, encoding, () -> new JobID(1, 1));
  }

  /**
   * A publisher that is restarted as part of another job.
   *
   * @param job is asked at each start
   */
  PublisherTask(LearnerSpec spec, Encoding encoding, Supplier<JobID> job) throws Exception {
    LearnSettings settings =
        SmallModel.publishing(
            spec,
            RowLimits.NONE,
            new SnapshotSettings(true, "snapshots", encoding, true, PART_BYTES, METRIC, 0.05));
    harness =
        OperatorHarness.open(
            () ->
                new KeyedOneInputStreamOperatorTestHarness<>(
                    new SnapshotPublisher(settings),
                    part -> SmallModel.ARM,
                    Types.STRING,
                    new MockEnvironmentBuilder().setJobID(job.get()).build()),
            StreamTypes.SNAPSHOT_ENTRY.serializer(),
            0);
  }

  void add(SnapshotPart... parts) throws Exception {
    for (SnapshotPart part : parts) {
      harness.flink().processElement(part, 0);
    }
  }

  /** What the only task of users says. */
  void report(long users, Map<String, Long> offsets) throws Exception {
    add(new TaskReport(Table.USER, 0, users, offsets, List.of(0.5, 0.5)));
  }

  void checkpoint() throws Exception {
    harness.checkpoint();
  }

  /** Goes on from a checkpoint. */
  void restart() throws Exception {
    harness.restart();
  }

  void end() throws Exception {
    harness.flink().endInput();
  }

  /** All that was emitted since it was last forgotten. */
  List<SnapshotEntry> entries() {
    return harness.out().of(SnapshotEntry.class);
  }

  void forget() {
    harness.out().clear();
  }

  @Override
  public void close() {
    harness.close();
  }
}
