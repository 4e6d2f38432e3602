package io.rivulet.operator;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.PendingWork;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
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
 */
public final class Owner extends AbstractStreamOperator<ParameterValue>
    implements OneInputStreamOperator<ParameterDelta, ParameterValue>,
        Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** Name of the state that holds the rows. */
  public static final String ROWS = "rows";

  private final Table table;
  private final LearnerSpec spec;
  private final ModelChange rule;
  private final RowLimits limits;
  private transient KeptSchema schema;
  private transient ParameterLayout layout;
  private transient KeyedTable rows;
  private transient MapState<Long, PendingWork> pending;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient long round;

  /** Owns a table of the given model: items or dense. */
  public Owner(Table table, LearnerSpec spec, ModelChange rule, RowLimits limits) {
    this.table = table;
    this.spec = spec;
    this.rule = rule;
    this.limits = limits;
  }

  /** The state that holds the work that waits. */
  private static MapStateDescriptor<Long, PendingWork> pending() {
    return new MapStateDescriptor<>(
        "pending", LongSerializer.INSTANCE, StreamTypes.PENDING_WORK.serializer());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    schema = KeptSchema.restore(context, table, spec, rule);
    rows =
        new KeyedTable(
            ROWS, limits, getRuntimeContext().getTaskInfo(), getKeyedStateBackend(), context);
    pending = context.getKeyedStateStore().getMapState(pending());
  }

  @Override
  public void open() throws Exception {
    super.open();
    layout = table == Table.DENSE ? Layouts.dense(spec) : Layouts.rows(spec);
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
  }

  @Override
  public void processElement(StreamRecord<ParameterDelta> record) throws Exception {
    ParameterDelta delta = record.getValue();
    PendingWork others = pending.get(delta.round());
    pending.put(
        delta.round(),
        others == null ? PendingWork.of(delta.change()) : others.plus(delta.change()));
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, delta.round());
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    String id = timer.getKey();
    round = timer.getTimestamp();
    PendingWork work = pending.get(round);
    pending.remove(round);
    Row before = rows.rows().get(id);
    Row after =
        work.appliedTo(
            before == null ? new Row(0, 0, layout.initial(table.label(), id)) : before, layout);
    rows.rows().put(id, after);
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
    rows.lifeCycle().evict(rows.rows(), id -> publish(id, null));
  }

  private void publish(String id, Row row) {
    output.collect(new StreamRecord<>(new ParameterValue(table, id, round, row), round));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    rows.save();
    schema.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }
}
