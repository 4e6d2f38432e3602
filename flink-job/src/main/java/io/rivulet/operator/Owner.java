package io.rivulet.operator;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.state.CachedRows;
import io.rivulet.state.PendingWork;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keyed by id: owns one table of shared parameters. Work waits under its round until every learner
 * has closed that round, which is what a watermark says; then it is merged and the value is
 * published, stamped with the round. A row whose life has ended is dropped behind the values of a
 * round, and published without its numbers. Rows and waiting work of a checkpoint follow a change
 * of the model.
 *
 * <p>At a checkpoint barrier all work of the learners up to theirs is here, merged or waiting: what
 * is handed over for a version of the model has it all.
 */
public final class Owner extends AbstractStreamOperator<ParameterValue>
    implements OneInputStreamOperator<ParameterDelta, ParameterValue>,
        BoundedOneInput,
        Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** Name of the state that holds the rows. */
  public static final String ROWS = "rows";

  /** Rows in memory: many are changed in every round. */
  private static final int CACHED_ROWS = 50_000;

  private static final int PAUSE_PART = 64;

  private static final long LONGEST_PAUSE = 150;

  private final Table table;
  private final LearnSettings settings;
  private transient KeptSchema schema;
  private transient TableSnapshots snapshots;
  private transient ParameterLayout layout;
  private transient KeyedTable rows;
  private transient CachedRows cached;
  private transient int mostUnwritten;
  private transient WaitingWork waiting;
  private transient BarrierPause pause;
  private transient long round;
  private transient boolean ended;

  /** Owns a table of the given model: items or dense. */
  public Owner(Table table, LearnSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    schema = KeptSchema.restore(context, table, settings.spec(), settings.modelChange());
    pause = new BarrierPause(PAUSE_PART, LONGEST_PAUSE);
    TaskInfo task = getRuntimeContext().getTaskInfo();
    RowLimits limits = table == Table.DENSE ? RowLimits.NONE : settings.items();
    rows = new KeyedTable(ROWS, limits, task, getKeyedStateBackend(), context);
    if (!context.isRestored()) {
      rows.fill(settings.warmStart(), table);
    }
    cached = new CachedRows(CACHED_ROWS, rows.rows());
    JobID job = getRuntimeContext().getJobInfo().getJobId();
    SnapshotBase base = new SnapshotBase(settings, job, context);
    snapshots = new TableSnapshots(table, rows, cached, base, settings.cachedRows(), task);
    mostUnwritten = UnwrittenState.mostItems(task.getNumberOfParallelSubtasks());
    waiting =
        new WaitingWork(
            this::setCurrentKey,
            context.getKeyedStateStore().getMapState(WaitingWork.descriptor()));
  }

  @Override
  public void open() throws Exception {
    super.open();
    layout = table == Table.DENSE ? Layouts.dense(settings.spec()) : Layouts.rows(settings.spec());
    InternalTimerService<VoidNamespace> unused =
        getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    rows.report(getMetricGroup());
    schema.convert(
        getKeyedStateBackend(),
        KeyedTable.descriptor(ROWS),
        (change, id, row) -> {
          if (row.value() != null) {
            row.update(change.apply(id, row.value()));
          }
        });
    schema.convert(
        getKeyedStateBackend(),
        WaitingWork.descriptor(),
        (change, id, rounds) -> {
          for (Map.Entry<Long, PendingWork> work : rounds.entries()) {
            work.setValue(change.apply(work.getValue()));
          }
        });
    waiting.restore(getKeyedStateBackend());
  }

  // Who needs a key's state sets the key: what is owned is mostly in memory.
  @Override
  @SuppressWarnings("rawtypes") // as Flink declares it
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement(StreamRecord<ParameterDelta> record) {
    ParameterDelta delta = record.getValue();
    waiting.add(delta.id(), delta.round(), delta.change());
  }

  private void merge(String id, long closed, PendingWork work) {
    round = closed;
    Row before = cached.get(id);
    Row after = work.appliedTo(before == null ? initial(id) : before, layout);
    cached.put(id, after);
    snapshots.changed().changed(id, after);
    publish(id, after);
    rows.lifeCycle().seen(id, work.change().lastSeen());
    if (before == null) {
      rows.lifeCycle().admitted(id, after);
    }
  }

  /** Of a checkpoint from when work waited for timers; the watermark tells the same. */
  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {}

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {}

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (isEarly(mark)) {
      leaveTheCores();
    }
    waiting.close(mark.getTimestamp(), this::merge);
    super.processWatermark(mark);
    rows.lifeCycle()
        .evict(
            cached,
            id -> {
              snapshots.changed().dropped(id);
              publish(id, null);
            });
  }

  /**
   * Whether the round ended before its time: a barrier is right behind it. Learners that may not go
   * far ahead wait for its values.
   */
  private boolean isEarly(Watermark mark) {
    return settings.ahead() == 0
        && mark.getTimestamp() > now()
        && mark.getTimestamp() < Long.MAX_VALUE;
  }

  /**
   * All that is behind a barrier waits for learners and attach item; for an owner only the values
   * of one round and the end of the checkpoint do.
   */
  private void leaveTheCores() throws InterruptedException {
    Thread.sleep(pause.at(now()));
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  private Row initial(String id) {
    return new Row(0, 0, layout.initial(table.label(), id));
  }

  private void publish(String id, Row row) {
    output.collect(new StreamRecord<>(ParameterValue.of(table, id, round, row), round));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    if (!ended) {
      leaveTheCores();
      handOver();
    }
  }

  @Override
  public void endInput() throws Exception {
    ended = true;
    handOver();
  }

  private void handOver() throws Exception {
    if (!snapshots.publishes()) {
      return;
    }
    if (snapshots.areDueWhole()) {
      cached.flush();
    }
    Map<String, Row> merged = new LinkedHashMap<>();
    int begun = 0;
    for (WaitingWork.Open open : waiting.open()) {
      Row before = merged.get(open.id());
      if (before == null) {
        before = cached.get(open.id());
        begun += before == null ? 1 : 0;
      }
      merged.put(
          open.id(), open.work().appliedTo(before == null ? initial(open.id()) : before, layout));
    }
    snapshots.handOver(
        merged,
        begun,
        Map.of(),
        List.of(),
        part -> output.collect(StreamTypes.SNAPSHOT_PARTS, new StreamRecord<>(part)));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    waiting.save();
    rows.save(cached.flushOthers(mostUnwritten));
    snapshots.save();
    schema.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    Background.lowerUploads();
  }
}
