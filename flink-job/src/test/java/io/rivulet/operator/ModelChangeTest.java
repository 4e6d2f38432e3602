package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Events.encoded;
import static io.rivulet.fixture.Events.rating;
import static io.rivulet.fixture.SmallModel.ARM;
import static io.rivulet.fixture.SmallModel.INTERVAL;
import static io.rivulet.fixture.SmallModel.LARGER;
import static io.rivulet.fixture.SmallModel.SPEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.layout.SchemaChange;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.ModelChangedException;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.Arrays;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checkpoint of one model, restored by another one. */
class ModelChangeTest {
  private static final int USERS = 5;
  private static final ItemFacts FACTS =
      new ItemFacts("b", Map.of("genre", "Drama"), new float[] {1, -1}, 10);

  @ParameterizedTest
  @EnumSource(
      value = ModelChange.class,
      names = {"GROW", "REINITIALISE"})
  void everyUserRowIsConvertedAndLearningGoesOn(ModelChange rule) throws Exception {
    OperatorSubtaskState state;
    Row[] before = new Row[USERS];
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      learn(task, SPEC, 0);
      state = task.harness().checkpoint();
      for (int user = 0; user < USERS; user++) {
        before[user] = task.stored("user-" + user);
      }
    }

    try (LearnTask task = larger(rule, state)) {
      for (int user = 0; user < USERS; user++) {
        assertRow(task.stored("user-" + user), before[user], "user-" + user, rule);
      }
      learn(task, LARGER, 100);
      task.harness().restart();
      assertThat(task.stored("user-1").count()).isEqualTo(2 * before[1].count());
      assertThat(task.scores()).hasSize(2 * USERS);
      assertThat(task.scores().get(2 * USERS - 1).prediction()).doesNotContain(Float.NaN);
    }
  }

  @Test
  void theDenseParametersGoOn() throws Exception {
    OperatorSubtaskState state;
    float[] dense;
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      learn(task, SPEC, 0);
      state = task.harness().checkpoint();
      dense = Layouts.dense(SPEC).initial("dense", ARM);
      for (ParameterDelta delta : task.out().of(ParameterDelta.class)) {
        if (delta.table() == Table.DENSE) {
          Layouts.dense(SPEC).merge(dense, delta.change().values(), 1);
        }
      }
    }
    try (LearnTask task = larger(ModelChange.GROW, state);
        BareLearner bare = new BareLearner(LARGER, grown(dense))) {
      AttachedEvent event = event(LARGER, 50, "new-user");
      task.add(event);

      assertThat(task.scores().get(0).prediction())
          .containsExactly(bare.predict(event), within(1e-5f));
    }
  }

  @Test
  void anOwnersRowsAndPendingWorkAreConverted() throws Exception {
    ParameterLayout rows = Layouts.rows(SPEC);
    OperatorSubtaskState state;
    try (var owner = owner(SPEC, ModelChange.REFUSE, null)) {
      owner.flink().processElement(work("a", 100, rows, 1), 0);
      owner.flink().processElement(work("b", 200, rows, 2), 0);
      owner.flink().processWatermark(new Watermark(100));
      owner.flink().processElement(work("a", 200, rows, 4), 0);
      state = owner.checkpoint();
    }
    try (var owner = owner(LARGER, ModelChange.GROW, state)) {
      owner.flink().processElement(work("a", 200, Layouts.rows(LARGER), 8), 0);
      owner.flink().processWatermark(new Watermark(200));

      var values = owner.out().of(ParameterValue.class);
      assertThat(values).hasSize(2);
      for (ParameterValue value : values) {
        float done = value.id().equals("a") ? 1 + 4 : 2;
        float since = value.id().equals("a") ? 8 : 0;
        float[] expected = Layouts.rows(LARGER).initial("item", value.id());
        float[] old = Layouts.rows(SPEC).initial("item", value.id());
        for (int i = 0; i < expected.length; i++) {
          expected[i] = i < 3 ? old[i] + done + since : expected[i] + since;
        }
        assertThat(value.row().count()).isEqualTo(value.id().equals("a") ? 3 : 1);
        assertThat(Arrays.copyOf(value.row().unpacked().values(), 5))
            .containsExactly(Arrays.copyOf(expected, 5));
      }
    }
  }

  @Test
  void theCopiesOfItemRowsAreConvertedAndFactsAreKept() throws Exception {
    Row row = new Row(3, 4, Layouts.rows(SPEC).initial("item", "other"));
    OperatorSubtaskState state;
    try (var attach = attach(SPEC, ModelChange.REFUSE, null)) {
      attach
          .flink()
          .processElement2(ItemChange.of(ParameterValue.of(Table.ITEM, "a", 100, row)), 0);
      attach.flink().processElement2(ItemChange.of(FACTS), 0);
      state = attach.checkpoint();
    }
    try (var attach = attach(LARGER, ModelChange.GROW, state)) {
      attach.flink().processElement1(encoded(rating(1, "user", "a", 5)), 0);
      attach.flink().processElement1(encoded(rating(2, "user", "b", 5)), 0);

      var events = attach.out().of(AttachedEvent.class);
      assertRow(events.get(0).itemRow().unpacked(), row, "a", ModelChange.GROW);
      assertThat(events.get(0).itemRound()).isEqualTo(100);
      assertThat(events.get(1).itemRow()).isNull();
      assertThat(events.get(1).features().content()).isNotEmpty();
    }
  }

  @Test
  void aRefusedChangeEndsTheJobAndSaysWhy() throws Exception {
    OperatorSubtaskState state;
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      learn(task, SPEC, 0);
      state = task.harness().checkpoint();
    }

    assertThatThrownBy(() -> larger(ModelChange.REFUSE, state).close())
        .hasRootCauseInstanceOf(ModelChangedException.class)
        .rootCause()
        .hasMessageContaining("'vector' was (shared) x (3) and is (shared) x (5)")
        .hasMessageContaining("'bias/love' is new");
    assertThatThrownBy(() -> larger(ModelChange.REFUSE, state).close())
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isInstanceOf(SuppressRestartsException.class),
            thrown -> assertThat(thrown).hasCauseInstanceOf(SuppressRestartsException.class));
  }

  @Test
  void anotherArmIsRefused() throws Exception {
    OperatorSubtaskState state;
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      learn(task, SPEC, 0);
      state = task.harness().checkpoint();
    }

    assertThatThrownBy(
            () ->
                new LearnTask(SmallModel.settings("other", SPEC, ModelChange.GROW), 1, 0, state)
                    .close())
        .hasRootCauseInstanceOf(ModelChangedException.class)
        .rootCause()
        .hasMessageContaining("arm '" + ARM + "'")
        .hasMessageContaining("'other'");
  }

  private static LearnTask larger(ModelChange rule, OperatorSubtaskState state) throws Exception {
    return new LearnTask(SmallModel.settings(ARM, LARGER, rule), 1, 0, state);
  }

  /** Two events of each user. */
  private static void learn(LearnTask task, LearnerSpec spec, int first) throws Exception {
    for (int i = 0; i < 2 * USERS; i++) {
      task.add(event(spec, first + i, "user-" + i % USERS));
      task.pass(INTERVAL);
    }
  }

  private static AttachedEvent event(LearnerSpec spec, int number, String user) {
    AttachedEvent event = attached(number, user, "item-" + number, 1 + number % 5);
    if (spec.equals(SPEC)) {
      return event;
    }
    return new AttachedEvent(
        event.eventId(),
        null,
        user,
        event.itemId(),
        event.eventTime(),
        event.origin(),
        new Features(
            event.features().categories(),
            new float[] {number, event.features().numbers()[0]},
            event.features().content()),
        new float[] {number % 5 == 4 ? 1 : 0, event.labels()[0], event.labels()[1]},
        1,
        event.itemRound(),
        null,
        true,
        0);
  }

  private static float[] grown(float[] dense) {
    ParameterLayout layout = Layouts.dense(LARGER);
    return SchemaChange.between(Layouts.dense(SPEC).schema(), layout.schema(), true)
        .apply(dense, layout.initial("dense", ARM));
  }

  private static void assertRow(Row converted, Row before, String id, ModelChange rule) {
    String table = id.startsWith("user") ? "user" : "item";
    float[] fresh = Layouts.rows(LARGER).initial(table, id);
    assertThat(converted.count()).isEqualTo(before.count());
    assertThat(converted.lastSeen()).isEqualTo(before.lastSeen());
    assertThat(converted.values()).hasSameSizeAs(fresh);
    int kept = rule == ModelChange.GROW ? 3 : 0;
    assertThat(Arrays.copyOf(converted.values(), kept))
        .isEqualTo(Arrays.copyOf(before.values(), kept));
    assertThat(Arrays.copyOfRange(converted.values(), kept, 5))
        .isEqualTo(Arrays.copyOfRange(fresh, kept, 5));
  }

  private static ParameterDelta work(String id, long round, ParameterLayout layout, float change) {
    float[] values = new float[layout.length()];
    Arrays.fill(values, change);
    return new ParameterDelta(Table.ITEM, id, round, new Row(1, 1, values));
  }

  private static OperatorHarness<
          ParameterValue,
          KeyedOneInputStreamOperatorTestHarness<String, ParameterDelta, ParameterValue>>
      owner(LearnerSpec spec, ModelChange rule, OperatorSubtaskState state) throws Exception {
    return OperatorHarness.restore(
        () ->
            new KeyedOneInputStreamOperatorTestHarness<>(
                new Owner(Table.ITEM, SmallModel.settings(SmallModel.ARM, spec, rule)),
                ParameterDelta::id,
                Types.STRING),
        StreamTypes.PARAMETER_VALUE.serializer(),
        0,
        state);
  }

  private static OperatorHarness<
          UserBound,
          KeyedTwoInputStreamOperatorTestHarness<String, ItemBound, ItemChange, UserBound>>
      attach(LearnerSpec spec, ModelChange rule, OperatorSubtaskState state) throws Exception {
    return OperatorHarness.restore(
        () ->
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new AttachItemOperator(spec, rule, RowLimits.NONE, WarmStart.NONE),
                ItemBound::itemId,
                ItemChange::itemId,
                Types.STRING),
        StreamTypes.USER_BOUND.serializer(),
        0,
        state);
  }
}
