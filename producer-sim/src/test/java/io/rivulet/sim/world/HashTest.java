package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HashTest {
  private static final int DRAWS = 200_000;

  @Test
  void gaussianHasMeanZeroAndVarianceOne() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double draw = Hash.gaussian(Hash.of(3, i));
      sum += draw;
      squares += draw * draw;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.01));
  }

  @Test
  void uniformFillsItsRangeEvenly() {
    int[] counts = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      counts[Hash.below(10, Hash.of(4, i))]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - DRAWS / 10) < 600);
  }
}
