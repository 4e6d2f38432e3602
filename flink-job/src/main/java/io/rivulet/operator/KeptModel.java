package io.rivulet.operator;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.state.ModelChangedException;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;

/** What a learner keeps of its model in checkpoints, and finds there when it begins. */
final class KeptModel {
  private final String arm;
  private final KeptSchema userSchema;
  private final KeptSchema denseSchema;
  private final ListState<ParameterValue> dense;
  private final ListState<Long> round;

  /** Reads the checkpoint that is restored, if one is. */
  KeptModel(StateInitializationContext context, LearnSettings settings) throws Exception {
    arm = settings.arm();
    userSchema = KeptSchema.restore(context, Table.USER, settings.spec(), settings.modelChange());
    denseSchema = KeptSchema.restore(context, Table.DENSE, settings.spec(), settings.modelChange());
    OperatorStateStore store = context.getOperatorStateStore();
    dense =
        store.getUnionListState(
            new ListStateDescriptor<>("dense-replica", StreamTypes.PARAMETER_VALUE.serializer()));
    round = store.getUnionListState(new ListStateDescriptor<>("last-round", Long.class));
  }

  /** The state that holds the user rows. */
  static ValueStateDescriptor<Row> userRows() {
    return new ValueStateDescriptor<>(LearnOperator.USER_ROWS, StreamTypes.ROW.serializer());
  }

  /** The newest round that any learner had closed, {@link Long#MIN_VALUE} if none. */
  long lastRound() throws Exception {
    long last = Long.MIN_VALUE;
    for (long closed : round.get()) {
      last = Math.max(last, closed);
    }
    return last;
  }

  /**
   * The newest dense value that any learner had, as the model of today has it; null if none.
   *
   * @throws SuppressRestartsException if it is of another arm: the owner has nothing under the name
   *     of this one
   */
  ParameterValue dense() throws Exception {
    ParameterValue newest = null;
    for (ParameterValue value : dense.get()) {
      newest = newest == null || value.round() > newest.round() ? value : newest;
    }
    if (newest != null && !newest.id().equals(arm)) {
      throw new SuppressRestartsException(ModelChangedException.ofArm(newest.id(), arm));
    }
    return newest == null ? null : denseSchema.current(newest);
  }

  /** Brings all user rows up to date. */
  void convertUserRows(KeyedStateBackend<String> backend) throws Exception {
    userSchema.convert(
        backend, userRows(), (change, id, row) -> row.update(change.apply(id, row.value())));
  }

  /** Becomes part of a checkpoint. */
  void save(ParameterValue denseValue, long lastRound, int subtask) throws Exception {
    dense.update(List.of(denseValue));
    round.update(List.of(lastRound));
    userSchema.save(subtask);
    denseSchema.save(subtask);
  }
}
