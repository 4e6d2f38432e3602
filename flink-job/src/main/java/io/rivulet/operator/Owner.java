package io.rivulet.operator;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.state.OpenWork;
import io.rivulet.state.PendingWork;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
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
 * has closed that round, which is what the event-time timer waits for; then it is merged and the
 * value is published, stamped with the round. A row whose life has ended is dropped behind the
 * values of a round, and published without its numbers. Rows and waiting work of a checkpoint
 * follow a change of the model.
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

  private static final String PENDING = "pending";

  private final Table table;
  private final LearnSettings settings;
  private transient KeptSchema schema;
  private transient TableSnapshots snapshots;
  private transient ParameterLayout layout;
  private transient KeyedTable rows;
  private transient MapState<Long, PendingWork> pending;
  private transient OpenWork open;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient long round;
  private transient boolean ended;

  /** Owns a table of the given model: items or dense. */
  public Owner(Table table, LearnSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  /** The state that holds the work that waits. */
  private static MapStateDescriptor<Long, PendingWork> pending() {
    return new MapStateDescriptor<>(
        PENDING, LongSerializer.INSTANCE, StreamTypes.PENDING_WORK.serializer());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    schema = KeptSchema.restore(context, table, settings.spec(), settings.modelChange());
    TaskInfo task = getRuntimeContext().getTaskInfo();
    RowLimits limits = table == Table.DENSE ? RowLimits.NONE : settings.items();
    rows = new KeyedTable(ROWS, limits, task, getKeyedStateBackend(), context);
    if (!context.isRestored()) {
      rows.fill(settings.warmStart(), table);
    }
    JobID job = getRuntimeContext().getJobInfo().getJobId();
    SnapshotBase base = new SnapshotBase(settings, job, context);
    snapshots = new TableSnapshots(table, rows, base, settings.cachedRows(), task);
    pending = context.getKeyedStateStore().getMapState(pending());
  }

  @Override
  public void open() throws Exception {
    super.open();
    layout = table == Table.DENSE ? Layouts.dense(settings.spec()) : Layouts.rows(settings.spec());
    timers = getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
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
        pending(),
        (change, id, waiting) -> {
          for (Map.Entry<Long, PendingWork> work : waiting.entries()) {
            work.setValue(change.apply(work.getValue()));
          }
        });
    open = new OpenWork();
    if (snapshots.publishes()) {
      findOpenWork();
    }
  }

  private void findOpenWork() throws Exception {
    List<String> ids;
    try (Stream<String> all =
        this.<String>getKeyedStateBackend().getKeys(PENDING, VoidNamespace.INSTANCE)) {
      ids = all.distinct().toList();
    }
    for (String id : ids) {
      setCurrentKey(id);
      for (long waiting : pending.keys()) {
        open.add(id, waiting);
      }
    }
  }

  @Override
  public void processElement(StreamRecord<ParameterDelta> record) throws Exception {
    ParameterDelta delta = record.getValue();
    PendingWork others = pending.get(delta.round());
    pending.put(
        delta.round(),
        others == null ? PendingWork.of(delta.change()) : others.plus(delta.change()));
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, delta.round());
    open.add(delta.id(), delta.round());
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    String id = timer.getKey();
    round = timer.getTimestamp();
    PendingWork work = pending.get(round);
    pending.remove(round);
    Row before = rows.rows().get(id);
    Row after = work.appliedTo(before == null ? initial(id) : before, layout);
    rows.rows().put(id, after);
    snapshots.changed().changed(id, after);
    open.close(id, round);
    publish(id, after);
    rows.lifeCycle().seen(id, work.change().lastSeen());
    if (before == null) {
      rows.lifeCycle().admitted(id, after);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {}

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    rows.lifeCycle()
        .evict(
            rows.rows(),
            id -> {
              snapshots.changed().dropped(id);
              publish(id, null);
            });
  }

  private Row initial(String id) {
    return new Row(0, 0, layout.initial(table.label(), id));
  }

  private void publish(String id, Row row) {
    output.collect(new StreamRecord<>(new ParameterValue(table, id, round, row), round));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    if (!ended) {
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
    Map<String, Row> merged = new LinkedHashMap<>();
    int begun = 0;
    for (String id : open.ids()) {
      Row row = rows.rows().get(id);
      begun += row == null ? 1 : 0;
      SortedMap<Long, PendingWork> waiting = new TreeMap<>();
      for (Map.Entry<Long, PendingWork> work : pending.entries()) {
        waiting.put(work.getKey(), work.getValue());
      }
      Row after = row == null ? initial(id) : row;
      for (PendingWork work : waiting.values()) {
        after = work.appliedTo(after, layout);
      }
      merged.put(id, after);
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
    rows.save();
    snapshots.save();
    schema.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }
}
