package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BareLearnerTest {
  @Test
  void twoMeasurementsGiveTheMeanOfTheirMeansAndTheBestOfAllPasses() {
    BareLearner.Speed before = new BareLearner.Speed(4, 3.5);
    BareLearner.Speed after = new BareLearner.Speed(3, 2.5);

    assertThat(before.and(after)).isEqualTo(new BareLearner.Speed(3.5, 2.5));
    assertThat(after.and(before)).isEqualTo(before.and(after));
  }
}
