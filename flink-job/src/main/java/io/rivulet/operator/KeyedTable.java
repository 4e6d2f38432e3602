package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.state.RowStore;
import io.rivulet.state.UnwrittenRows;
import io.rivulet.state.lifecycle.KeyGroupRows;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.RowLimits;
import io.rivulet.state.lifecycle.RowStatistics;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;

/** One task's part of a table of rows in keyed state, and the life-cycle of these rows. */
final class KeyedTable {
  private final KeyedRows rows;
  private final LifeCycle lifeCycle;
  private final TaskKeyGroups keyGroups;
  private final ListState<KeyGroupRows> account;
  private final UnwrittenState<UnwrittenRows, Row> unwritten;
  private final String name;
  private final KeyedStateBackend<String> backend;

  /**
   * Goes on from the checkpoint that the context was restored from, if there was one.
   *
   * @param name name of the state that holds the rows
   */
  KeyedTable(
      String name,
      RowLimits limits,
      TaskInfo task,
      KeyedStateBackend<String> backend,
      StateInitializationContext context)
      throws Exception {
    this.name = name;
    this.backend = backend;
    rows =
        new KeyedRows(
            backend::setCurrentKey, context.getKeyedStateStore().getState(descriptor(name)));
    keyGroups = TaskKeyGroups.of(task);
    lifeCycle =
        new LifeCycle(
            limits,
            keyGroups,
            new KeyedQueues(
                backend::setCurrentKey,
                context
                    .getKeyedStateStore()
                    .getMapState(
                        new MapStateDescriptor<>(
                            "queues", LongSerializer.INSTANCE, StreamTypes.SIGHTING.serializer())),
                keyGroups));
    // Each task reads all and keeps what belongs to its own key groups.
    account =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("life-cycle", StreamTypes.KEY_GROUP_ROWS.serializer()));
    unwritten = new UnwrittenState<>(context.getOperatorStateStore(), StreamTypes.UNWRITTEN_ROWS);
    if (context.isRestored()) {
      unwritten.restore(keyGroups, rows::put);
      lifeCycle.restore(account.get(), () -> backend.getKeys(name, VoidNamespace.INSTANCE), rows);
    }
  }

  /** Takes in the rows that belong here; there are none yet. */
  void fill(WarmStart start, Table table) throws IOException {
    start.read(table, id -> keyGroups.holds(keyGroups.of(id)), rows::put);
    lifeCycle.restore(List.of(), () -> backend.getKeys(name, VoidNamespace.INSTANCE), rows);
  }

  /** The state of that name that holds rows. */
  static ValueStateDescriptor<Row> descriptor(String name) {
    return new ValueStateDescriptor<>(name, StreamTypes.ROW.serializer());
  }

  /** Hands over every row; the table must not change meanwhile. */
  void forEach(BiConsumer<String, Row> target) {
    try (Stream<String> ids = backend.getKeys(name, VoidNamespace.INSTANCE)) {
      ids.forEach(
          id -> {
            Row row = rows.get(id);
            if (row != null) {
              target.accept(id, row);
            }
          });
    }
  }

  RowStore rows() {
    return rows;
  }

  LifeCycle lifeCycle() {
    return lifeCycle;
  }

  /**
   * Puts what a checkpoint shall hold into the store.
   *
   * @param unwrittenRows rows that take the place of those of the table
   */
  void save(UnwrittenRows unwrittenRows) throws Exception {
    unwritten.save(unwrittenRows);
    account.update(lifeCycle.snapshot());
  }

  /** Adds the table's account to a task's metrics. */
  void report(MetricGroup metrics) {
    MetricGroup group = metrics.addGroup("rows");
    gauge(group, "reads", rows::reads);
    gauge(group, "writes", rows::writes);
    gauge(group, "count", RowStatistics::rows);
    gauge(group, "admitted", RowStatistics::admitted);
    gauge(group, "evicted", RowStatistics::evicted);
    gauge(group, "evictedExamples", RowStatistics::evictedExamples);
    gauge(group, "unadmittedExamples", RowStatistics::unadmittedExamples);
  }

  private void gauge(MetricGroup group, String name, ToLongFunction<RowStatistics> number) {
    gauge(group, name, () -> number.applyAsLong(lifeCycle.statistics()));
  }

  private static void gauge(MetricGroup group, String name, Gauge<Long> number) {
    group.gauge(name, number);
  }
}
