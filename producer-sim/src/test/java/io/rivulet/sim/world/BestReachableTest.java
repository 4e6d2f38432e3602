package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.schema.UserEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BestReachableTest {
  @ParameterizedTest
  @EnumSource
  void leavesSomethingToLearnAndIsNotTrivial(Scenario scenario) {
    BestReachable best = new BestReachable(scenario);
    Worlds.events(Worlds.world(scenario, 1), 200_000).forEach(best::add);
    for (int i = 0; i < scenario.tasks().size(); i++) {
      switch (scenario.tasks().get(i).kind()) {
        case BINARY -> assertThat(best.value(i)).isBetween(0.75, 0.93);
        case REGRESSION -> assertThat(best.value(i)).isBetween(60.0, 110.0);
        case MULTICLASS -> assertThat(best.value(i)).isEqualTo(1);
      }
    }
  }

  @Test
  void countsPairsInTheRightOrder() {
    BestReachable best = new BestReachable(Scenario.VIDEO);
    add(best, "play", 0.8, 100.0, 110);
    add(best, "impression", 0.6, null, 300);
    add(best, "like", 0.5, 200.0, 170);
    add(best, "impression", 0.2, null, 300);

    assertThat(best.value(0)).isEqualTo(0.75);
    assertThat(best.value(1)).isCloseTo(Math.sqrt((100 + 900) / 2.0), within(1e-9));
    assertThat(best.value(2)).isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void isUndefinedWithoutBothClasses() {
    BestReachable best = new BestReachable(Scenario.VIDEO);
    add(best, "impression", 0.8, null, 110);

    assertThat(best.value(0)).isNaN();
    assertThat(best.value(1)).isNaN();
    assertThat(best.value(3)).isEqualTo(1);
  }

  private static void add(
      BestReachable best, String action, double click, Double watched, double watch) {
    UserEvent event =
        new UserEvent("e", null, "u", "i", action, watched, 1f, Instant.EPOCH, Map.of(), Map.of());
    best.add(new SimulatedEvent(event, new double[] {click, watch, click, 0}));
  }
}
