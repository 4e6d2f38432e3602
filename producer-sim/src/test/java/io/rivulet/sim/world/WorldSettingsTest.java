package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldSettingsTest {
  private static final WorldSettings VIDEO = WorldSettings.of(Scenario.VIDEO, 1);

  @Test
  void refusesWhatCannotWorkAndSaysWhatWould() {
    assertThatThrownBy(() -> VIDEO.withSize(0, 10))
        .hasMessage("users: found 0; use a number from 1 to 1000000000");
    assertThatThrownBy(() -> VIDEO.withSize(10, -1)).hasMessageStartingWith("items: found -1;");
    assertThatThrownBy(() -> VIDEO.withDrift(Double.NaN)).hasMessageStartingWith("drift: found");
    assertThatThrownBy(() -> Scenario.of("radio"))
        .hasMessage("scenario: found 'radio'; use one of ecommerce, social, video, music");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 12, 97, 1000})
  void aShuffleLosesNothing(long count) {
    Shuffle shuffle = new Shuffle(5, count);
    Set<Long> seen = new HashSet<>();
    for (long i = 0; i < count; i++) {
      seen.add(shuffle.apply(i));
    }
    assertThat(seen).hasSize((int) count).allMatch(number -> number >= 0 && number < count);
  }
}
