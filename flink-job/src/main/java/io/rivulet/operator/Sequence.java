package io.rivulet.operator;

import io.rivulet.domain.Event;
import io.rivulet.domain.ItemBound;
import io.rivulet.learner.data.Sequencer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Numbers each user's events from one barrier to the next. Behind it they take different ways,
 * keyed by item; by the number the learner knows whether one has overtaken another. Nothing is in
 * flight at a barrier, so there is nothing to keep.
 */
public final class Sequence extends ProcessFunction<Event, ItemBound>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Users between two barriers: about 6 MB. */
  private static final int MOST_USERS = 300_000;

  private transient Sequencer sequencer;

  @Override
  public void initializeState(FunctionInitializationContext context) {
    sequencer = new Sequencer(MOST_USERS);
  }

  @Override
  public void processElement(Event event, Context context, Collector<ItemBound> out) {
    out.collect(event.inTurn(sequencer.next(event.userId())));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    sequencer.restart();
  }
}
