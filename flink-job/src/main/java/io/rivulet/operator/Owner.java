package io.rivulet.operator;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.state.PendingWork;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keyed by id: owns one table of shared parameters. Work waits under its round until every learner
 * has closed that round, which is what the event-time timer waits for; then it is merged and the
 * value is published, stamped with the round.
 */
public final class Owner extends KeyedProcessFunction<String, ParameterDelta, ParameterValue> {
  private static final long serialVersionUID = 1L;

  /** Name of the state that holds the rows. */
  public static final String ROWS = "rows";

  private final Table table;
  private final LearnerSpec spec;
  private transient ParameterLayout layout;
  private transient ValueState<Row> row;
  private transient MapState<Long, PendingWork> pending;

  /** Owns a table of the given model: items or dense. */
  public Owner(Table table, LearnerSpec spec) {
    this.table = table;
    this.spec = spec;
  }

  /** The state that holds the rows. */
  static ValueStateDescriptor<Row> rows() {
    return new ValueStateDescriptor<>(ROWS, StreamTypes.ROW.serializer());
  }

  /** The state that holds the work that waits. */
  static MapStateDescriptor<Long, PendingWork> pending() {
    return new MapStateDescriptor<>(
        "pending", LongSerializer.INSTANCE, StreamTypes.PENDING_WORK.serializer());
  }

  @Override
  public void open(OpenContext context) {
    layout = table == Table.DENSE ? Layouts.dense(spec) : Layouts.rows(spec);
    row = getRuntimeContext().getState(rows());
    pending = getRuntimeContext().getMapState(pending());
  }

  @Override
  public void processElement(ParameterDelta delta, Context context, Collector<ParameterValue> out)
      throws Exception {
    PendingWork others = pending.get(delta.round());
    pending.put(
        delta.round(),
        others == null ? PendingWork.of(delta.change()) : others.plus(delta.change()));
    context.timerService().registerEventTimeTimer(delta.round());
  }

  @Override
  public void onTimer(long round, OnTimerContext context, Collector<ParameterValue> out)
      throws Exception {
    String id = context.getCurrentKey();
    Row before = row.value();
    if (before == null) {
      before = new Row(0, 0, layout.initial(table.label(), id));
    }
    Row after = pending.get(round).appliedTo(before, layout);
    pending.remove(round);
    row.update(after);
    out.collect(new ParameterValue(table, id, round, after));
  }
}
