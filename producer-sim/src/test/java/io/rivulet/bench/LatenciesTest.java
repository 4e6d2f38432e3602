package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aQuantileIsTheSmallestThatSoManyDoNotExceed() {
    Latencies latencies = new Latencies(LongStream.rangeClosed(1, 1_000).toArray());

    assertThat(latencies.asMap().values()).containsExactly(500L, 990L, 999L);
  }

  @Test
  void whatTookExactlyThatLongIsNotLater() {
    Latencies latencies = new Latencies(new long[] {10, 50, 50, 51, 90, 100, 200, 300});

    assertThat(latencies.percentLaterThan(50)).isEqualTo(62.5);
    assertThat(latencies.percentLaterThan(300)).isZero();
  }

  @Test
  void ofOneAllQuantilesAreThatOne() {
    Latencies latencies = new Latencies(new long[] {7});

    assertThat(latencies.quantile(0)).isEqualTo(7);
    assertThat(latencies.quantile(1)).isEqualTo(7);
  }
}
