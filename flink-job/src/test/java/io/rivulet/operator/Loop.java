package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** Attach item, one learner and both owners, with the loop closed: a value is back at once. */
final class Loop implements AutoCloseable {
  private final OperatorHarness<
          UserBound,
          KeyedTwoInputStreamOperatorTestHarness<String, ItemBound, ItemChange, UserBound>>
      attach;

  private final LearnTask learn;

  private final List<
          OperatorHarness<
              ParameterValue,
              KeyedOneInputStreamOperatorTestHarness<String, ParameterDelta, ParameterValue>>>
      owners;

  private final List<ParameterValue> published = new ArrayList<>();
  private int learned;

  Loop() throws Exception {
    this(RowLimits.NONE);
  }

  /** The limits are those of users and of items. */
  Loop(RowLimits limits) throws Exception {
    attach = AttachItemTest.openAttachItem(limits);
    learn = new LearnTask(SmallModel.limited(limits));
    owners =
        List.of(OwnerTest.open(Table.ITEM, limits), OwnerTest.open(Table.DENSE, RowLimits.NONE));
  }

  LearnTask learn() {
    return learn;
  }

  /** Where the users' examples are; to be called after a checkpoint, as the next two. */
  Account users() throws Exception {
    return Account.of(operator(learn.harness().flink()), LearnOperator.USER_ROWS);
  }

  /** Where the items' examples are. */
  Account items() throws Exception {
    return Account.of(operator(owners.get(0).flink()), Owner.ROWS);
  }

  /** Examples of items that had no row and got none. */
  long unadmittedItemExamples() throws Exception {
    long sum = 0;
    for (long examples :
        operator(learn.harness().flink())
            .getOperatorStateBackend()
            .getListState(new ListStateDescriptor<>("unadmitted-item-examples", Long.class))
            .get()) {
      sum += examples;
    }
    return sum;
  }

  private static AbstractStreamOperator<?> operator(AbstractStreamOperatorTestHarness<?> harness) {
    return (AbstractStreamOperator<?>) harness.getOperator();
  }

  /** The events with their items so far. */
  List<AttachedEvent> attached() {
    return attach.out().of(AttachedEvent.class);
  }

  /** All that the owners have published so far. */
  List<ParameterValue> published() {
    return published;
  }

  void facts(ItemFacts facts) throws Exception {
    attach.flink().processElement2(ItemChange.of(facts), 0);
  }

  void add(Event event) throws Exception {
    attach.flink().processElement1(Events.encoded(event), 0);
    learn.add(attached().get(attached().size() - 1));
    route();
  }

  void pass(long millis) throws Exception {
    learn.pass(millis);
    route();
  }

  /** A checkpoint of all operators. */
  void checkpoint() throws Exception {
    attach.checkpoint();
    learn.harness().checkpoint();
    route();
    for (var owner : owners) {
      owner.checkpoint();
    }
  }

  /** A checkpoint of all operators, from which all start anew. */
  void restart() throws Exception {
    attach.restart();
    learn.harness().restart();
    route();
    for (var owner : owners) {
      owner.restart();
    }
  }

  /** Brings the learner's new work to the owners, and what they publish back. */
  private void route() throws Exception {
    List<Object> emitted = learn.out().all();
    while (learned < emitted.size()) {
      Object next = emitted.get(learned++);
      if (next instanceof ParameterDelta delta) {
        owners.get(delta.table() == Table.ITEM ? 0 : 1).flink().processElement(delta, 0);
      } else if (next instanceof Watermark mark) {
        for (var owner : owners) {
          owner.flink().processWatermark(mark);
          publish(owner.out().of(ParameterValue.class));
          owner.out().clear();
        }
      }
    }
  }

  private void publish(List<ParameterValue> values) throws Exception {
    published.addAll(values);
    for (ParameterValue value : values) {
      if (value.table() == Table.ITEM) {
        attach.flink().processElement2(ItemChange.of(value), 0);
      } else {
        learn.receive(value);
      }
    }
  }

  @Override
  public void close() {
    attach.close();
    learn.close();
    owners.forEach(OperatorHarness::close);
  }
}
