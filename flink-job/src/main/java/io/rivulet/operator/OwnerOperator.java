package io.rivulet.operator;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Table;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.PendingWork;
import java.util.Map;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/** An {@link Owner} whose rows and pending work follow a change of the model. */
public final class OwnerOperator
    extends KeyedProcessOperator<String, ParameterDelta, ParameterValue> {
  private static final long serialVersionUID = 1L;

  private final Table table;
  private final LearnerSpec spec;
  private final ModelChange rule;
  private transient KeptSchema schema;

  /** Owns a table of the given model: items or dense. */
  public OwnerOperator(Table table, LearnerSpec spec, ModelChange rule) {
    super(new Owner(table, spec));
    this.table = table;
    this.spec = spec;
    this.rule = rule;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    schema = KeptSchema.restore(context, table, spec, rule);
  }

  @Override
  public void open() throws Exception {
    super.open();
    schema.convert(
        getKeyedStateBackend(),
        Owner.rows(),
        (change, id, row) -> {
          if (row.value() != null) {
            row.update(change.apply(id, row.value()));
          }
        });
    schema.convert(
        getKeyedStateBackend(),
        Owner.pending(),
        (change, id, pending) -> {
          for (Map.Entry<Long, PendingWork> round : pending.entries()) {
            round.setValue(change.apply(round.getValue()));
          }
        });
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    schema.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }
}
