package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.operator.LearnRescaleTest.subtaskOf;
import static io.rivulet.operator.LearnTask.MAX_PARALLELISM;
import static org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness.repackageState;
import static org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness.repartitionOperatorState;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.PendingWork;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operators that begin with a published model: together they have each of its rows once, and a job
 * that restores a checkpoint, at whatever parallelism, does not ask for them again.
 */
class WarmStartTest {
  private static final long ROUND = 100;

  private final List<String> held = new ArrayList<>();
  private final List<OperatorSubtaskState> states = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2"})
  void theLearnersHaveTheUsersAndTheDenseParameters(int before, int after) throws Exception {
    for (int subtask = 0; subtask < before; subtask++) {
      try (LearnTask task = learner(new PublishedRows(), before, subtask, null)) {
        hold(task.harness().flink(), LearnOperator.USER_ROWS);
        for (String user : PublishedRows.ids(Table.USER)) {
          if (subtaskOf(user, before) == subtask) {
            assertSame(task.stored(user), PublishedRows.row(Table.USER, user));
            assertPredictsAndLearns(task, attached(1, user, "stranger", 5));
          }
        }
        states.add(task.harness().checkpoint());
      }
    }
    assertHeld(Table.USER);

    for (int subtask = 0; subtask < after; subtask++) {
      OperatorSubtaskState share = share(before, after, subtask);
      try (LearnTask task = learner(PublishedRows.GONE, after, subtask, share)) {
        hold(task.harness().flink(), LearnOperator.USER_ROWS);
        for (String user : PublishedRows.ids(Table.USER)) {
          if (subtaskOf(user, after) == subtask) {
            assertThat(task.stored(user).count())
                .as("with what was learned since")
                .isEqualTo(PublishedRows.row(Table.USER, user).count() + 1);
          }
        }
      }
    }
    assertHeld(Table.USER);
  }

  private static LearnTask learner(
      WarmStart start, int parallelism, int subtask, OperatorSubtaskState state) throws Exception {
    return new LearnTask(SmallModel.starting(start), parallelism, subtask, state);
  }

  /**
   * What the first event of a learner is predicted with; those after it meet changed parameters.
   */
  private static void assertPredictsAndLearns(LearnTask task, AttachedEvent event)
      throws Exception {
    boolean first = task.scores().isEmpty();
    task.add(event);
    if (first) {
      float[] dense = PublishedRows.row(Table.DENSE, SmallModel.ARM).values();
      try (BareLearner bare = new BareLearner(dense)) {
        float[] user = PublishedRows.row(Table.USER, event.userId()).values();
        System.arraycopy(user, 0, bare.user(event.userId()), 0, user.length);
        assertThat(task.scores().get(0).prediction()).containsExactly(bare.predict(event));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ITEM, 1, 1", "ITEM, 1, 2", "ITEM, 2, 1", "ITEM, 2, 2", "DENSE, 1, 1"})
  void theOwnersHaveTheirTables(Table table, int before, int after) throws Exception {
    for (int subtask = 0; subtask < before; subtask++) {
      try (var owner = owner(table, new PublishedRows(), before, subtask, null)) {
        hold(owner.flink(), Owner.ROWS);
        for (String id : PublishedRows.ids(table)) {
          if (subtaskOf(id, before) == subtask) {
            owner.flink().processElement(work(table, id, ROUND), 0);
          }
        }
        owner.flink().processWatermark(new Watermark(ROUND));
        assertPublished(owner.out(), table, 1);
        states.add(owner.checkpoint());
      }
    }
    assertHeld(table);

    for (int subtask = 0; subtask < after; subtask++) {
      OperatorSubtaskState share = share(before, after, subtask);
      try (var owner = owner(table, PublishedRows.GONE, after, subtask, share)) {
        hold(owner.flink(), Owner.ROWS);
        for (String id : PublishedRows.ids(table)) {
          if (subtaskOf(id, after) == subtask) {
            owner.flink().processElement(work(table, id, 2 * ROUND), 0);
          }
        }
        owner.flink().processWatermark(new Watermark(2 * ROUND));
        assertPublished(owner.out(), table, 2);
      }
    }
    assertHeld(table);
  }

  private static OperatorHarness<
          ParameterValue,
          KeyedOneInputStreamOperatorTestHarness<String, ParameterDelta, ParameterValue>>
      owner(Table table, WarmStart start, int parallelism, int subtask, OperatorSubtaskState state)
          throws Exception {
    return OperatorHarness.restore(
        () ->
            new KeyedOneInputStreamOperatorTestHarness<>(
                new Owner(table, SmallModel.starting(start)),
                ParameterDelta::id,
                Types.STRING,
                MAX_PARALLELISM,
                parallelism,
                subtask),
        StreamTypes.PARAMETER_VALUE.serializer(),
        0,
        state);
  }

  private static ParameterDelta work(Table table, String id, long round) {
    return new ParameterDelta(table, id, round, change(table));
  }

  private static Row change(Table table) {
    float[] change = new float[layout(table).length()];
    change[0] = 0.25f;
    return new Row(1, 1, change);
  }

  private static ParameterLayout layout(Table table) {
    return table == Table.DENSE ? Layouts.dense(SmallModel.SPEC) : Layouts.rows(SmallModel.SPEC);
  }

  /** Work is merged into what was published, not into a new row. */
  private static void assertPublished(Recorder<ParameterValue> out, Table table, int times) {
    List<ParameterValue> values = out.of(ParameterValue.class);
    assertThat(values).isNotEmpty();
    for (ParameterValue value : values) {
      Row expected = PublishedRows.row(table, value.id());
      for (int i = 0; i < times; i++) {
        expected = PendingWork.of(change(table)).appliedTo(expected, layout(table));
      }
      assertSame(value.row(), PackedRow.of(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theItemsAreAttached(int parallelism) throws Exception {
    for (int subtask = 0; subtask < parallelism; subtask++) {
      try (var attach = attach(new PublishedRows(), parallelism, subtask, null)) {
        hold(attach.flink(), "item-replica");
        assertAttaches(attach, parallelism, subtask);
        states.add(attach.checkpoint());
      }
    }
    assertHeld(Table.ITEM);

    for (int subtask = 0; subtask < 2; subtask++) {
      OperatorSubtaskState share = share(parallelism, 2, subtask);
      try (var attach = attach(PublishedRows.GONE, 2, subtask, share)) {
        hold(attach.flink(), "item-replica");
        assertAttaches(attach, 2, subtask);
      }
    }
    assertHeld(Table.ITEM);
  }

  private static OperatorHarness<
          UserBound,
          KeyedTwoInputStreamOperatorTestHarness<String, ItemBound, ItemChange, UserBound>>
      attach(WarmStart start, int parallelism, int subtask, OperatorSubtaskState state)
          throws Exception {
    RowLimits admitting = new RowLimits(3, 1_000, 0, 0);
    return OperatorHarness.restore(
        () ->
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new AttachItemOperator(SmallModel.SPEC, ModelChange.REFUSE, admitting, start),
                ItemBound::itemId,
                ItemChange::itemId,
                Types.STRING,
                MAX_PARALLELISM,
                parallelism,
                subtask),
        StreamTypes.USER_BOUND.serializer(),
        0,
        state);
  }

  private static void assertAttaches(
      OperatorHarness<
              UserBound,
              KeyedTwoInputStreamOperatorTestHarness<String, ItemBound, ItemChange, UserBound>>
          attach,
      int parallelism,
      int subtask)
      throws Exception {
    for (String item : PublishedRows.ids(Table.ITEM)) {
      if (subtaskOf(item, parallelism) == subtask) {
        attach.flink().processElement1(Events.encoded(Events.rating(1, "user", item, 5)), 0);
        List<AttachedEvent> attached = attach.out().of(AttachedEvent.class);
        AttachedEvent event = attached.get(attached.size() - 1);
        assertSame(event.itemRow().unpacked(), PublishedRows.row(Table.ITEM, item));
        assertThat(event.itemKept()).as("admitted long ago").isTrue();
      }
    }
  }

  /** What one of the tasks gets of the checkpoint that was taken. */
  private OperatorSubtaskState share(int before, int after, int subtask) throws Exception {
    return repartitionOperatorState(
        repackageState(states.toArray(OperatorSubtaskState[]::new)),
        MAX_PARALLELISM,
        before,
        after,
        subtask);
  }

  /** Remembers the ids in a task's state. */
  private void hold(AbstractStreamOperatorTestHarness<?> harness, String state) {
    KeyedStateBackend<String> backend = harness.getOperator().getKeyedStateBackend();
    try (Stream<String> ids = backend.getKeys(state, VoidNamespace.INSTANCE)) {
      ids.forEach(held::add);
    }
  }

  private void assertHeld(Table table) {
    assertThat(held)
        .as("each id once, in one of the tasks")
        .containsExactlyInAnyOrderElementsOf(PublishedRows.ids(table));
    held.clear();
  }
}
