package io.rivulet.operator;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** The owner's rows leave, and what is published says so. */
class OwnerLifeCycleTest {
  private static final long TTL = 80;
  private static final int LENGTH = Layouts.rows(SmallModel.SPEC).length();

  @Test
  void theRowThatIsTooManyIsPublishedWithoutNumbers() throws Exception {
    List<Object> out = run(false, new RowLimits(1, 1, 0, 2), List.of("a", "b", "c"));

    List<ParameterValue> values = values(out);
    assertThat(values).extracting(ParameterValue::id).containsExactly("a", "b", "c", "a");
    assertThat(values.get(3).row()).isNull();
    assertThat(values.get(3).round()).isEqualTo(values.get(2).round());
    assertThat(out.get(out.size() - 1)).as("behind all values of the round").isSameAs(last(values));
  }

  @Test
  void aDroppedRowBeginsAnew() throws Exception {
    List<ParameterValue> values =
        values(run(false, new RowLimits(1, 1, 0, 1), List.of("a", "b", "a")));

    assertThat(values).extracting(ParameterValue::id).containsExactly("a", "b", "a", "a", "b");
    assertThat(values.get(3).row().count()).isEqualTo(1);
  }

  @Test
  void aRowLeavesByTheTimeOfTheEvents() throws Exception {
    List<String> ids = new ArrayList<>(List.of("a"));
    for (int i = 0; i < 2 * TTL; i++) {
      ids.add("clock");
    }

    List<ParameterValue> values = values(run(false, new RowLimits(1, 1, TTL, 0), ids));

    assertThat(values).filteredOn(value -> value.row() == null).hasSize(1);
    int place = values.stream().map(ParameterValue::row).toList().indexOf(null);
    assertThat(values.get(place).id()).isEqualTo("a");
    assertThat((long) place).isBetween(TTL, TTL + TTL / 4 + 1);
  }

  @Test
  void restoringAfterEveryElementChangesNothing() throws Exception {
    RowLimits limits = new RowLimits(1, 1, TTL, 6);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add("item-" + i * i % 23);
    }

    List<Object> undisturbed = run(false, limits, ids);

    assertSame(new ArrayList<>(run(true, limits, ids)), new ArrayList<>(undisturbed));
    assertThat(values(undisturbed)).filteredOn(value -> value.row() == null).hasSizeGreaterThan(5);
  }

  @Test
  void nothingIsLeftInStateOfWhatWasDropped() throws Exception {
    try (var owner = OwnerTest.open(Table.ITEM, new RowLimits(1, 1, 0, 5))) {
      for (int i = 0; i < 100; i++) {
        work(owner.flink()::processElement, "item-" + i, i);
        owner.flink().processWatermark(new Watermark(i));
      }
      owner.restart();
      KeyedStateBackend<String> backend = owner.flink().getOperator().getKeyedStateBackend();

      assertThat(backend.getKeys(Owner.ROWS, VoidNamespace.INSTANCE)).hasSize(5);
      assertThat(backend.getKeys("pending", VoidNamespace.INSTANCE)).isEmpty();
      assertThat(backend.getKeys("queues", VoidNamespace.INSTANCE)).hasSize(1);
    }
  }

  private interface Input {
    void accept(ParameterDelta delta, long timestamp) throws Exception;
  }

  /** One round, and one millisecond of event time, for each id. */
  private static List<Object> run(boolean restarting, RowLimits limits, List<String> ids)
      throws Exception {
    try (var owner = OwnerTest.open(Table.ITEM, limits)) {
      for (int i = 0; i < ids.size(); i++) {
        work(owner.flink()::processElement, ids.get(i), i);
        if (restarting) {
          owner.restart();
        }
        owner.flink().processWatermark(new Watermark(i));
        if (restarting) {
          owner.restart();
        }
      }
      return owner.out().all();
    }
  }

  private static void work(Input owner, String id, long round) throws Exception {
    float[] change = new float[LENGTH];
    change[0] = round;
    owner.accept(new ParameterDelta(Table.ITEM, id, round, new Row(1, round, change)), 0);
  }

  private static List<ParameterValue> values(List<Object> out) {
    return out.stream()
        .filter(ParameterValue.class::isInstance)
        .map(ParameterValue.class::cast)
        .toList();
  }

  private static ParameterValue last(List<ParameterValue> values) {
    return values.get(values.size() - 1);
  }
}
