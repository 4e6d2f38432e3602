package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.Sums;
import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.spec.ModelChange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowChangeTest {
  private static final Sums THREE = new Sums(3);
  private static final ArraySchema TWO = new Sums(2).schema();

  @Test
  void aGrownRowKeepsWhatItHasAndCountsOn() {
    Row row = change(TWO, ModelChange.GROW).apply("id", new Row(7, 11, new float[] {5, 6}));

    assertThat(row.count()).isEqualTo(7);
    assertThat(row.lastSeen()).isEqualTo(11);
    assertThat(row.values()).containsExactly(5, 6, "id".length());
  }

  @Test
  void aReinitialisedRowBeginsAnewAndCountsOn() {
    Row row = change(TWO, ModelChange.REINITIALISE).apply("id", new Row(7, 11, new float[] {5, 6}));

    assertThat(row.count()).isEqualTo(7);
    assertThat(row.values()).containsOnly("id".length());
  }

  @Test
  void workOnWhatIsNewIsNone() {
    PendingWork work = new PendingWork(new Row(2, 11, new float[] {0.5f, -1}), 2);
    PendingWork grown = change(TWO, ModelChange.GROW).apply(work);

    assertThat(grown.contributors()).isEqualTo(2);
    assertThat(grown.change().count()).isEqualTo(2);
    assertThat(grown.change().values()).containsExactly(0.5f, -1, 0);
  }

  @Test
  void theSameModelIsNoChangeWhateverTheRule() {
    for (ModelChange rule : ModelChange.values()) {
      assertThat(change(THREE.schema(), rule).isNone()).isTrue();
    }
  }

  @Test
  void whatAnEarlierReleaseCalledOtherwiseIsNotRefused() {
    Shape shape = Shape.of(2);
    ArraySchema before =
        new ArraySchema(
            List.of(
                new ArraySchema.Part("statistics/recent-of-user/sum", shape),
                new ArraySchema.Part("sums", Shape.of(3)),
                new ArraySchema.Part("statistics/recent-of-user/count", shape)));

    Row row =
        change(before, ModelChange.REFUSE)
            .apply("id", new Row(7, 11, new float[] {1, 2, 3, 4, 5, 6, 7}));

    assertThat(row.values()).containsExactly(3, 4, 5);
  }

  @Test
  void aRefusalNamesBothModelsAndTheRemedy() {
    assertThatThrownBy(() -> change(TWO, ModelChange.REFUSE))
        .isInstanceOf(ModelChangedException.class)
        .hasMessageContaining("item parameters: 'sums' was (2) and is (3).")
        .hasMessageContaining("checkpoints.modelChange");
  }

  @Test
  void aRefusalOfALongListIsShort() {
    ArraySchema many =
        new ArraySchema(
            IntStream.range(0, 20)
                .mapToObj(i -> new ArraySchema.Part("old-" + i, Shape.of(1)))
                .toList());

    assertThatThrownBy(() -> change(many, ModelChange.REFUSE))
        .hasMessageContaining("'old-6' is gone, and 13 more.");
  }

  private static RowChange change(ArraySchema before, ModelChange rule) {
    return RowChange.between(before, THREE, Table.ITEM, rule);
  }
}
