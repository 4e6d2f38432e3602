package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutsTest {
  private static final LearnerSpec SPEC =
      Specs.learner(List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of());

  @Test
  void aRowBeginsTheSameEverywhereAndDiffersByTableIdAndSeed() {
    ParameterLayout rows = Layouts.rows(SPEC);
    float[] first = rows.initial("user", "a");
    assertThat(first).hasSize(rows.length()).isEqualTo(Layouts.rows(SPEC).initial("user", "a"));
    assertThat(first).isNotEqualTo(rows.initial("user", "b"));
    assertThat(first).isNotEqualTo(rows.initial("item", "a"));
    assertThat(first).isNotEqualTo(Layouts.rows(Specs.seeded(SPEC, 2)).initial("user", "a"));
  }

  @Test
  void theVersionChangesWithTheTasks() {
    LearnerSpec other = Specs.learner(List.of(Specs.regression("rating", 1, 5)), List.of());
    assertThat(Layouts.rows(SPEC).version()).isEqualTo(Layouts.rows(SPEC).version());
    assertThat(Layouts.rows(SPEC).version()).isNotEqualTo(Layouts.rows(other).version());
    assertThat(Layouts.dense(SPEC).version()).isNotEqualTo(Layouts.dense(other).version());
  }

  @Test
  void mergesEachSegmentByItsRule() {
    Segments segments = new Segments();
    segments.add(new Segment("parameters", Shape.of(1), Merge.SUM, Start.constant(0)));
    segments.add(new Segment("squares", Shape.of(1), Merge.NOT_NEGATIVE, Start.constant(0)));
    segments.add(new Segment("averages", Shape.of(1), Merge.AVERAGE, Start.constant(0)));
    ParameterLayout layout = new SegmentedLayout(segments, 1);
    float[] value = {1, 1, 1};
    float[] delta = {-4, -4, -4};
    layout.merge(value, delta, 2);
    assertThat(value).containsExactly(-3, 0, -1);
    assertThat(delta).containsExactly(-4, -4, -4);
  }
}
