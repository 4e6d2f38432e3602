package io.rivulet.learner.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashingTest {
  private static final int DRAWS = 100_000;

  @Test
  void gaussianHasMeanZeroAndVarianceOne() {
    assertThat(draws().average().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(draws().map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.02));
  }

  @Test
  void textsWithTheSameLettersDiffer() {
    assertThat(Hashing.combine(Hashing.combine(0, "ab"), "c"))
        .isNotEqualTo(Hashing.combine(Hashing.combine(0, "a"), "bc"));
  }

  private static DoubleStream draws() {
    return LongStream.range(0, DRAWS).mapToDouble(i -> Hashing.gaussian(Hashing.combine(7, i)));
  }
}
