package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "200ms, PT0.2S, 200ms",
    "0s, PT0S, 0ms",
    "10s, PT10S, 10s",
    "90 s, PT1M30S, 90s",
    "5min, PT5M, 5min",
    "60min, PT1H, 1h",
    "7d, PT168H, 7d",
    "999999999d, PT23999999976H, 999999999d",
  })
  void readsAndWrites(String text, Duration expected, String written) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
    assertThat(Durations.format(expected)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "-1s", "1.5s", "10 m", "PT1S", "1000000000d", "s"})
  void othersAreErrors(String text) {
    assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
