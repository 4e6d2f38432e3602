package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merging;
import io.rivulet.learner.layout.Segments;
import org.junit.jupiter.api.Test;

class MovingAveragesTest {
  private final Segments segments = new Segments();
  private final MovingAverages averages =
      new MovingAverages(segments, "averages", Axis.of(1), 10 / Math.log(2));

  @Test
  void forgetsHalfInSoManyExamplesAndIsTheMeanAtFirst() {
    float[] dense = new float[segments.length()];
    assertThat(averages.get(dense, 0)).isNaN();
    averages.add(dense, 0, 0, Double.NaN);
    averages.add(dense, 0, 3, Double.NaN);
    assertThat(averages.get(dense, 0)).isNaN();
    assertThat(averages.with(dense, 0, 2, 5)).isEqualTo(5);
    averages.add(dense, 0, 2, 5);
    assertThat(averages.get(dense, 0)).isEqualTo(5);
    // (½·2·5 + 10·1)/(½·2 + 10)
    assertThat(averages.with(dense, 0, 10, 1)).isCloseTo(15.0 / 11, within(1e-6));
    averages.add(dense, 0, 10, 1);
    assertThat(averages.get(dense, 0)).isCloseTo(15.0 / 11, within(1e-6));
  }

  @Test
  void mergesToTheMeanOfAllAlsoWithALearnerThatSawNoLabel() {
    float[] merged = new float[segments.length()];
    float[] first = merged.clone();
    float[] second = merged.clone();
    averages.add(first, 0, 1, 2);
    averages.add(second, 0, 3, 6);
    float[] sum = new float[merged.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = first[i] + second[i];
    }
    // a third learner contributed, but not to this task
    new Merging(segments.list()).apply(merged, sum, 3);
    assertThat(averages.get(merged, 0)).isCloseTo(5, within(1e-6));
  }
}
