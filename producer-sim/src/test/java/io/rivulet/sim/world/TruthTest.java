package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TruthTest {
  private static final int EVENTS = 100_000;
  private static final int DECILES = 10;

  static Stream<Arguments> rates() {
    return Stream.of(
        Arguments.of(Scenario.ECOMMERCE, List.of(0.20, 0.30), List.of(0.03, 0.08)),
        Arguments.of(Scenario.SOCIAL, List.of(0.20, 0.30), List.of(0.01, 0.04)),
        Arguments.of(Scenario.VIDEO, List.of(0.20, 0.30), List.of(0.02, 0.06)),
        Arguments.of(Scenario.MUSIC, List.of(0.50, 0.65), List.of(0.05, 0.13)));
  }

  @ParameterizedTest
  @MethodSource("rates")
  void ratesAreAsOnARealService(Scenario scenario, List<Double> first, List<Double> second) {
    for (long seed = 1; seed <= 3; seed++) {
      double[] reached = reached(scenario, seed);
      assertThat(reached[1]).isBetween(first.get(0), first.get(1));
      assertThat(reached[2]).isBetween(second.get(0), second.get(1));
      if (scenario == Scenario.ECOMMERCE) {
        assertThat(reached[3]).isBetween(0.01, 0.02);
      } else {
        assertThat(reached[2] / reached[1]).isBetween(0.08, 0.20);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void truthIsCalibratedInEveryDecile(Scenario scenario) {
    List<SimulatedEvent> events = Worlds.events(Worlds.world(scenario, 1), EVENTS).toList();
    for (int i = 0; i < scenario.tasks().size(); i++) {
      WorldTask task = scenario.tasks().get(i);
      if (task.kind() == WorldTask.Kind.BINARY) {
        checkCalibration(scenario, events, i);
      }
    }
  }

  private static void checkCalibration(Scenario scenario, List<SimulatedEvent> events, int task) {
    int step = scenario.tasks().get(task).step();
    List<SimulatedEvent> sorted =
        events.stream()
            .sorted((left, right) -> Double.compare(left.truth()[task], right.truth()[task]))
            .toList();
    int size = sorted.size() / DECILES;
    for (int decile = 0; decile < DECILES; decile++) {
      double expected = 0;
      double variance = 0;
      int observed = 0;
      for (SimulatedEvent simulated : sorted.subList(decile * size, (decile + 1) * size)) {
        double probability = simulated.truth()[task];
        expected += probability;
        variance += probability * (1 - probability);
        observed += Worlds.step(scenario, simulated) >= step ? 1 : 0;
      }
      assertThat((double) observed).isCloseTo(expected, within(4 * Math.sqrt(variance)));
    }
  }

  @Test
  void secondsWatchedAreWithinBoundsAndTheirMeanIsTheTruth() {
    double[] sums = new double[3];
    Worlds.events(Worlds.world(Scenario.VIDEO, 1), EVENTS)
        .filter(simulated -> simulated.event().getValue() != null)
        .forEach(
            simulated -> {
              double watched = simulated.event().getValue();
              assertThat(watched).isBetween(0.0, 600.0);
              sums[0]++;
              sums[1] += watched;
              sums[2] += simulated.truth()[1];
            });

    assertThat(sums[0]).isEqualTo(reached(Scenario.VIDEO, 1)[1] * EVENTS, within(0.5));
    assertThat(sums[1] / sums[0]).isCloseTo(sums[2] / sums[0], within(2.0));
  }

  @Test
  void onlyPurchasesHaveAPrice() {
    assertThat(Worlds.events(Worlds.world(Scenario.ECOMMERCE, 1), 20_000))
        .allMatch(
            simulated ->
                simulated.event().getAction().equals("purchase")
                    == (simulated.event().getValue() != null));
  }

  /** The share of events that reached each step. */
  private static double[] reached(Scenario scenario, long seed) {
    double[] reached = new double[scenario.actions().size()];
    Worlds.events(Worlds.world(scenario, seed), EVENTS)
        .forEach(
            simulated -> {
              for (int step = Worlds.step(scenario, simulated); step >= 0; step--) {
                reached[step] += 1.0 / EVENTS;
              }
            });
    return reached;
  }
}
