package io.rivulet.state;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.Sums;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingWorkTest {
  private final Row first = new Row(2, 70, new float[] {1, 2});
  private final Row second = new Row(3, 50, new float[] {10, 20});

  @Test
  void learnersWorkIsSummedAndTheyAreCounted() {
    PendingWork work = PendingWork.of(first).plus(second);

    assertSame(work, new PendingWork(new Row(5, 70, new float[] {11, 22}), 2));
    assertThat(first.values()).containsExactly(1, 2);
  }

  @Test
  void isAddedToARowThatStaysAsItWas() {
    Row row = new Row(100, 60, new float[] {0.5f, 0.25f});

    Row after = PendingWork.of(second).appliedTo(row, new Sums(2));

    assertSame(after, new Row(103, 60, new float[] {10.5f, 20.25f}));
    assertThat(row.values()).containsExactly(0.5f, 0.25f);
  }

  @Test
  void theLayoutLearnsHowManyContributed() {
    Row after =
        PendingWork.of(first)
            .plus(second)
            .plus(second)
            .appliedTo(new Row(0, 0, new float[2]), new Averages());

    assertThat(after.values()).containsExactly(7, 14);
  }

  /** Moving averages: the changes' mean is added. */
  private record Averages() implements ParameterLayout {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public ArraySchema schema() {
      return new ArraySchema(List.of(new ArraySchema.Part("averages", Shape.of(2))));
    }

    @Override
    public List<Segment> segments() {
      return List.of(new Segment("averages", Shape.of(2), Merge.AVERAGE, Start.constant(0)));
    }

    @Override
    public int length() {
      return 2;
    }

    @Override
    public float[] initial(String table, String id) {
      return new float[2];
    }

    @Override
    public void merge(float[] value, float[] delta, int contributors) {
      for (int i = 0; i < value.length; i++) {
        value[i] += delta[i] / contributors;
      }
    }
  }
}
