package io.rivulet.operator;

import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemReplica;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.lifecycle.RowLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** An {@link AttachItem} whose copies of item rows follow a change of the model. */
public final class AttachItemOperator
    extends KeyedCoProcessOperator<String, ItemBound, ItemChange, UserBound> {
  private static final long serialVersionUID = 1L;

  private final LearnerSpec spec;
  private final ModelChange rule;
  private final WarmStart start;
  private transient KeptSchema schema;
  private transient boolean restored;

  /** Attaches items of the given model, and admits items by the given limits. */
  public AttachItemOperator(LearnerSpec spec, ModelChange rule, RowLimits limits, WarmStart start) {
    super(new AttachItem(spec, limits));
    this.spec = spec;
    this.rule = rule;
    this.start = start;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    schema = KeptSchema.restore(context, Table.ITEM, spec, rule);
    restored = context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    attach().keyed(this::setCurrentKey, getOperatorStateBackend());
    schema.convert(
        getKeyedStateBackend(),
        AttachItem.replicas(),
        (change, id, replica) -> {
          ItemReplica item = replica.value();
          if (item.row() != null) {
            Row row = change.apply(id, item.row().unpacked());
            replica.update(item.withRow(PackedRow.of(row)));
          }
        });
    if (!restored) {
      fill();
    }
  }

  private void fill() throws Exception {
    ValueState<ItemReplica> replicas = getPartitionedState(AttachItem.replicas());
    TaskKeyGroups keyGroups = TaskKeyGroups.of(getRuntimeContext().getTaskInfo());
    start.read(
        Table.ITEM,
        id -> keyGroups.holds(keyGroups.of(id)),
        (id, row) -> {
          setCurrentKey(id);
          try {
            replicas.update(ItemReplica.UNKNOWN.withRow(PackedRow.of(row)));
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the row of " + id, e);
          }
        });
  }

  // Who needs a key's state sets the key: what is known of items is mostly in memory.
  @Override
  @SuppressWarnings("rawtypes") // as Flink declares it
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  @SuppressWarnings("rawtypes") // as Flink declares it
  public void setKeyContextElement2(StreamRecord record) {}

  private AttachItem attach() {
    return (AttachItem) userFunction;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    schema.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }
}
