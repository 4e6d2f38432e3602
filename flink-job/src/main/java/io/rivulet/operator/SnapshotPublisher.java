package io.rivulet.operator;

import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.SnapshotPart.Measured;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.SnapshotProgress;
import io.rivulet.learner.Layouts;
import io.rivulet.snapshot.SnapshotEntry;
import io.rivulet.snapshot.VersionWriter;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Of parallelism 1, keyed by the arm: gathers what tasks contribute to a version of the model, and
 * emits it as records, all between two checkpoint barriers and right before the second, or at the
 * end of the input. A version that the gate holds back stays here: its rows go out with the next
 * one that passes.
 */
public final class SnapshotPublisher extends AbstractStreamOperator<SnapshotEntry>
    implements OneInputStreamOperator<SnapshotPart, SnapshotEntry>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** How much of the numbers of changed rows is kept in memory, in floats. */
  private static final int FLOATS = 1 << 24;

  private final LearnSettings settings;
  private transient SnapshotBase base;
  private transient ListState<SnapshotProgress> kept;
  private transient HeldRows rows;
  private transient OpenVersion version;
  private transient Counter held;
  private transient long checkpoint;
  private transient boolean ended;

  /** Publishes as told. */
  public SnapshotPublisher(LearnSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    base = new SnapshotBase(settings, getRuntimeContext().getJobInfo().getJobId(), context);
    checkpoint = context.getRestoredCheckpointId().orElse(0);
    kept =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("progress", StreamTypes.SNAPSHOT_PROGRESS.serializer()));
    int capacity = Math.max(1, FLOATS / Layouts.rows(settings.spec()).length());
    rows = new HeldRows(context.getKeyedStateStore().getMapState(HeldRows.descriptor()), capacity);
  }

  @Override
  public void open() throws Exception {
    super.open();
    Background.lowerTask();
    SnapshotProgress progress = SnapshotProgress.NONE;
    for (SnapshotProgress before : kept.get()) {
      progress = before;
    }
    setCurrentKey(settings.arm());
    if (!base.isKept()) {
      rows.clear();
      progress = progress.anew();
    }
    SnapshotSettings snapshots = settings.snapshots();
    VersionWriter writer =
        new VersionWriter(
            settings.arm(),
            settings.spec(),
            snapshots.encoding(),
            snapshots.optimizerSlots(),
            snapshots.partBytes(),
            entry -> output.collect(new StreamRecord<>(entry)));
    version = new OpenVersion(settings, progress, rows, writer);
    held = getMetricGroup().counter("held");
    getMetricGroup().gauge("published", () -> version.progress().version());
  }

  @Override
  public void processElement(StreamRecord<SnapshotPart> record) throws Exception {
    SnapshotPart part = record.getValue();
    if (part instanceof ChangedRow changed) {
      rows.add(changed);
    } else if (part instanceof TaskReport report) {
      version.add(report);
    } else if (part instanceof Measured measured) {
      version.measured(measured);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    checkpoint = checkpointId;
    // At the end of the input the last version is out already: the sink takes nothing any more.
    if (!ended) {
      closeVersion(checkpointId);
    }
  }

  /** The last version is numbered as the checkpoint that may be next. */
  @Override
  public void endInput() throws Exception {
    ended = true;
    closeVersion(checkpoint + 1);
  }

  private void closeVersion(long number) throws Exception {
    setCurrentKey(settings.arm());
    String objection = version.close(number, now());
    if (objection != null) {
      held.inc();
      LOG.warn("Version {} of the model is held back: {}", number, objection);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.update(List.of(version.progress()));
    base.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }

  @Override
  public void close() throws Exception {
    if (version != null) {
      version.release();
    }
    super.close();
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }
}
