package io.rivulet.operator;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.ModelChangedException;
import io.rivulet.state.RowChange;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/**
 * Keeps, beside the rows of an operator, what their numbers are, and brings the rows of an older
 * model up to date before the operator begins.
 */
final class KeptSchema {
  /** Changes what is stored for one id. */
  @FunctionalInterface
  interface Conversion<S extends State> {
    void convert(RowChange change, String id, S state) throws Exception;
  }

  private final ArraySchema schema;
  private final ListState<ArraySchema> state;
  private final RowChange change;

  private KeptSchema(ArraySchema schema, ListState<ArraySchema> state, RowChange change) {
    this.schema = schema;
    this.state = state;
    this.change = change;
  }

  /**
   * Finds out how the model has changed since the checkpoint that is restored, if one is.
   *
   * @throws SuppressRestartsException if the change is refused: trying again does not help
   */
  static KeptSchema restore(
      StateInitializationContext context, Table table, LearnerSpec spec, ModelChange rule)
      throws Exception {
    ParameterLayout layout = table == Table.DENSE ? Layouts.dense(spec) : Layouts.rows(spec);
    ListState<ArraySchema> state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    table.label() + "-schema", StreamTypes.ARRAY_SCHEMA.serializer()));
    RowChange change = null;
    for (ArraySchema before : state.get()) {
      try {
        change = RowChange.between(before, layout, table, rule);
      } catch (ModelChangedException refused) {
        throw new SuppressRestartsException(refused);
      }
    }
    return new KeptSchema(
        layout.schema(), state, change == null || change.isNone() ? null : change);
  }

  /** A value of the checkpoint as the model of today has it. */
  ParameterValue current(ParameterValue value) {
    return change == null
        ? value
        : ParameterValue.of(
            value.table(),
            value.id(),
            value.round(),
            change.apply(value.id(), value.row().unpacked()));
  }

  /** Brings the state of every id up to date. */
  <S extends State> void convert(
      KeyedStateBackend<String> backend, StateDescriptor<S, ?> descriptor, Conversion<S> conversion)
      throws Exception {
    if (change != null) {
      backend.applyToAllKeys(
          VoidNamespace.INSTANCE,
          VoidNamespaceSerializer.INSTANCE,
          descriptor,
          (id, rows) -> conversion.convert(change, id, rows));
    }
  }

  /** Becomes part of a checkpoint; one of the parallel operators does it for all. */
  void save(int subtask) throws Exception {
    state.update(subtask == 0 ? List.of(schema) : List.of());
  }
}
