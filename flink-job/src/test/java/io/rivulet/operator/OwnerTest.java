package io.rivulet.operator;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class OwnerTest {
  private static final ParameterLayout ROWS = Layouts.rows(SmallModel.SPEC);

  private record Input(ParameterDelta delta, Watermark watermark) {}

  @Test
  void workWaitsForTheWatermarkOfItsRound() throws Exception {
    List<Object> out = run(false, delta("a", 100, 1, 5), watermark(99));

    assertThat(out).noneMatch(ParameterValue.class::isInstance);
  }

  @Test
  void theLearnersWorkOfARoundIsMergedAndPublishedWithItsStamp() throws Exception {
    List<ParameterValue> values =
        values(run(false, delta("a", 100, 1, 5), delta("a", 100, 2, 3), watermark(100)));

    assertSame(values.get(0), value("a", 100, 2, 5, 3));
    assertThat(values).hasSize(1);
  }

  @Test
  void newerRoundsStayPending() throws Exception {
    List<ParameterValue> values =
        values(
            run(
                false,
                delta("a", 200, 8, 9),
                delta("a", 100, 1, 5),
                watermark(150),
                watermark(200)));

    assertThat(values).hasSize(2);
    assertSame(values.get(0), value("a", 100, 1, 5, 1));
    assertSame(values.get(1), value("a", 200, 2, 9, 9));
  }

  @Test
  void aValueIsPublishedBeforeTheWatermarkThatCausedIt() throws Exception {
    List<Object> out = run(false, delta("a", 100, 1, 5), watermark(100));

    assertThat(out.get(0)).isInstanceOf(ParameterValue.class);
    assertThat(out.get(1)).isEqualTo(new Watermark(100));
  }

  @Test
  void eachRowIsPublishedForItself() throws Exception {
    List<ParameterValue> values =
        values(run(false, delta("a", 100, 1, 5), delta("b", 100, 2, 6), watermark(100)));

    assertThat(values).extracting(ParameterValue::id).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void theDenseOwnerHasTheDenseLayout() throws Exception {
    ParameterLayout layout = Layouts.dense(SmallModel.SPEC);
    float[] change = new float[layout.length()];
    change[0] = 0.25f;
    float[] expected = layout.initial(Table.DENSE.label(), SmallModel.ARM);
    layout.merge(expected, change, 1);

    try (var owner = open(Table.DENSE, RowLimits.NONE)) {
      Row row = new Row(1, 1, change);
      owner.flink().processElement(new ParameterDelta(Table.DENSE, SmallModel.ARM, 100, row), 0);
      owner.flink().processWatermark(new Watermark(100));

      assertSame(
          owner.out().of(ParameterValue.class).get(0),
          ParameterValue.of(Table.DENSE, SmallModel.ARM, 100, new Row(1, 1, expected)));
    }
  }

  @Test
  void restoringAfterEveryElementChangesNothing() throws Exception {
    Input[] inputs = {
      delta("a", 100, 1, 1),
      delta("b", 100, 2, 2),
      delta("a", 101, 3, 3),
      delta("a", 100, 4, 4),
      watermark(100),
      delta("b", 200, 5, 5),
      watermark(150),
      delta("b", 200, 6, 6),
      watermark(200),
      delta("a", 300, 7, 7),
      watermark(300),
    };

    List<Object> restored = run(true, inputs);

    assertSame(new ArrayList<>(restored), new ArrayList<>(run(false, inputs)));
    assertThat(values(restored)).hasSize(5);
  }

  private static List<Object> run(boolean restarting, Input... inputs) throws Exception {
    try (var owner = open(Table.ITEM, RowLimits.NONE)) {
      for (Input input : inputs) {
        if (input.delta() != null) {
          owner.flink().processElement(input.delta(), 0);
        } else {
          owner.flink().processWatermark(input.watermark());
        }
        if (restarting) {
          owner.restart();
        }
      }
      return owner.out().all();
    }
  }

  static OperatorHarness<
          ParameterValue,
          KeyedOneInputStreamOperatorTestHarness<String, ParameterDelta, ParameterValue>>
      open(Table table, RowLimits limits) throws Exception {
    return OperatorHarness.open(
        () ->
            new KeyedOneInputStreamOperatorTestHarness<>(
                new Owner(table, SmallModel.limited(limits)), ParameterDelta::id, Types.STRING),
        StreamTypes.PARAMETER_VALUE.serializer(),
        0);
  }

  private static List<ParameterValue> values(List<Object> out) {
    return out.stream()
        .filter(ParameterValue.class::isInstance)
        .map(ParameterValue.class::cast)
        .toList();
  }

  /** Work of one example that adds {@code change} to the first number. */
  private static Input delta(String id, long round, float change, long eventTime) {
    float[] numbers = new float[ROWS.length()];
    numbers[0] = change;
    Row row = new Row(1, eventTime, numbers);
    return new Input(new ParameterDelta(Table.ITEM, id, round, row), null);
  }

  private static Input watermark(long round) {
    return new Input(null, new Watermark(round));
  }

  private static ParameterValue value(
      String id, long round, long count, long eventTime, double change) {
    float[] numbers = ROWS.initial(Table.ITEM.label(), id);
    numbers[0] += (float) change;
    return ParameterValue.of(
        Table.ITEM, id, round, new Row(count, eventTime, Arrays.copyOf(numbers, numbers.length)));
  }
}
