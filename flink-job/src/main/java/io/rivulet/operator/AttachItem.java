package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemReplica;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.LearnerSpec;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keyed by item: joins each event with its item's newest facts and published row, and encodes it
 * for the learner.
 */
public final class AttachItem
    extends KeyedCoProcessFunction<String, Event, ItemChange, AttachedEvent> {
  private static final long serialVersionUID = 1L;

  private final LearnerSpec spec;
  private transient ExampleEncoder encoder;
  private transient ValueState<ItemReplica> replica;

  /** Encodes for the given model. */
  public AttachItem(LearnerSpec spec) {
    this.spec = spec;
  }

  @Override
  public void open(OpenContext context) {
    encoder = new ExampleEncoder(spec);
    replica =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("item-replica", StreamTypes.ITEM_REPLICA.serializer()));
  }

  @Override
  public void processElement1(Event event, Context context, Collector<AttachedEvent> out)
      throws Exception {
    ItemReplica item = known();
    out.collect(
        new AttachedEvent(
            event.eventId(),
            event.requestId(),
            event.userId(),
            event.itemId(),
            event.eventTime(),
            event.origin(),
            encoder.features(event.context(), event.features(), item.attributes(), item.content()),
            encoder.labels(event.action(), event.value(), event.context(), item.attributes()),
            event.weight(),
            item.round(),
            item.row(),
            event.turn()));
  }

  @Override
  public void processElement2(ItemChange change, Context context, Collector<AttachedEvent> out)
      throws Exception {
    replica.update(known().after(change));
  }

  private ItemReplica known() throws Exception {
    ItemReplica stored = replica.value();
    return stored == null ? ItemReplica.UNKNOWN : stored;
  }
}
