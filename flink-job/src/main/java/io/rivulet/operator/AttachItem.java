package io.rivulet.operator;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Candidate;
import io.rivulet.domain.EncodedEvent;
import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemReplica;
import io.rivulet.domain.UserBound;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keyed by item: joins each event with its item's newest facts, encoded, and published row. Says
 * for an item without a row whether it gets one: here all its events pass. The candidates of
 * requests take the same way, and leave no trace.
 */
public final class AttachItem
    extends KeyedCoProcessFunction<String, ItemBound, ItemChange, UserBound>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final LearnerSpec spec;
  private final RowLimits limits;
  private transient AdmissionState admission;
  private transient ExampleEncoder encoder;
  private transient KnownItems items;

  /** Encodes for the given model, and admits items by the given limits. */
  public AttachItem(LearnerSpec spec, RowLimits limits) {
    this.spec = spec;
    this.limits = limits;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    admission =
        new AdmissionState(
            limits, getRuntimeContext().getTaskInfo(), context.getOperatorStateStore());
  }

  /** The state that holds what is known of the items. */
  static ValueStateDescriptor<ItemReplica> replicas() {
    return new ValueStateDescriptor<>("item-replica", StreamTypes.ITEM_REPLICA.serializer());
  }

  @Override
  public void open(OpenContext context) {
    encoder = new ExampleEncoder(spec);
  }

  /** Tells how to set the key that the state belongs to; must come before the first element. */
  void keyed(Consumer<String> currentKey, OperatorStateStore store) throws Exception {
    items =
        new KnownItems(
            currentKey,
            getRuntimeContext().getState(replicas()),
            store,
            getRuntimeContext().getTaskInfo());
  }

  @Override
  public void processElement1(ItemBound value, Context context, Collector<UserBound> out)
      throws Exception {
    ItemReplica item = items.get(value.itemId());
    if (value instanceof EncodedEvent event) {
      out.collect(attached(event, item));
    } else if (value instanceof Candidate candidate) {
      context.output(StreamTypes.ATTACHED_CANDIDATES, attached(candidate, item));
    }
  }

  private AttachedEvent attached(EncodedEvent event, ItemReplica item) {
    float[] labels = encoder.withItem(event.labels(), item.attributes());
    return new AttachedEvent(
        event.eventId(),
        event.requestId(),
        event.userId(),
        event.itemId(),
        event.eventTime(),
        event.origin(),
        encoder.withItem(event.features(), item.attributes(), item.content()),
        labels,
        event.weight(),
        item.round(),
        item.row(),
        item.row() != null || admits(event.itemId(), labels),
        event.turn());
  }

  /** Without labels, so that nothing is admitted. */
  private AttachedCandidate attached(Candidate candidate, ItemReplica item) {
    return new AttachedCandidate(
        candidate.request(),
        candidate.place(),
        candidate.userId(),
        encoder.features(Map.of(), Map.of(), item.attributes(), item.content()),
        item.round(),
        item.row());
  }

  @Override
  public void processElement2(ItemChange change, Context context, Collector<UserBound> out) {
    items.take(change);
  }

  /** Only examples count: an event without a label teaches nothing about its item. */
  private boolean admits(String item, float[] labels) {
    for (float label : labels) {
      if (!Float.isNaN(label)) {
        return admission.admission().admits(item);
      }
    }
    return false;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    items.save();
    admission.save();
  }
}
