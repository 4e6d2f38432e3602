package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipfTest {
  private static final int COUNT = 50;
  private static final int DRAWS = 400_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6, 1, 1.7})
  void frequenciesFollowThePowerLaw(double exponent) {
    Zipf zipf = new Zipf(COUNT, exponent);
    SplittableRandom random = new SplittableRandom(1);
    long[] drawn = new long[COUNT + 1];
    for (int i = 0; i < DRAWS; i++) {
      drawn[(int) zipf.sample(random)]++;
    }
    double total = 0;
    for (int rank = 1; rank <= COUNT; rank++) {
      total += Math.pow(rank, -exponent);
    }
    for (int rank = 1; rank <= COUNT; rank++) {
      double expected = DRAWS * Math.pow(rank, -exponent) / total;
      assertThat((double) drawn[rank]).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
  }

  @Test
  void popularityOfItemsInAStreamFollowsThePowerLaw() {
    Map<String, Integer> drawn = new HashMap<>();
    Worlds.events(Worlds.world(Scenario.MUSIC, 1), DRAWS)
        .forEach(simulated -> drawn.merge(simulated.event().getItemId(), 1, Integer::sum));
    int[] counts = drawn.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    int last = counts.length - 1;

    double slope = Math.log((double) counts[last] / counts[last - 99]) / Math.log(100);
    assertThat(slope).isCloseTo(WorldSettings.ITEM_SKEW, within(0.05));
    assertThat(Arrays.stream(counts).sum()).isEqualTo(DRAWS);
  }
}
