package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void dividesByOneLessThanTheNumberOfValues() {
    Sample sample = new Sample(List.of(2.0, 4.0, 9.0));
    assertThat(sample.mean()).isEqualTo(5);
    assertThat(sample.deviation()).isCloseTo(Math.sqrt((9 + 1 + 16) / 2.0), within(1e-12));
  }

  @Test
  void oneValueHasNoDeviation() {
    assertThat(new Sample(List.of(2.0)).mean()).isEqualTo(2);
    assertThat(new Sample(List.of(2.0)).deviation()).isNaN();
  }

  @Test
  void whatOneRunDoesNotDefineHasNoMean() {
    assertThat(new Sample(List.of(2.0, Double.NaN)).mean()).isNaN();
  }
}
