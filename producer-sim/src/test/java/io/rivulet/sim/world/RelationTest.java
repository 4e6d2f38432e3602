package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a learner can use: context, user facts and content tell something of the outcome. */
class RelationTest {
  private static final int EVENTS = 200_000;

  @Test
  void contextMattersForTheOutcome() {
    assertThat(spread(event -> event.event().getContext().get("placement"))).isGreaterThan(0.05);
    assertThat(spread(event -> event.event().getContext().get("device"))).isGreaterThan(0.03);
  }

  @ParameterizedTest
  @EnumSource
  void stepsAreRelatedButNotTheSame(Scenario scenario) {
    double[][] truths =
        Worlds.events(Worlds.world(scenario, 1), 20_000)
            .map(SimulatedEvent::truth)
            .toArray(double[][]::new);
    int deeper = scenario == Scenario.VIDEO ? 2 : 1;
    double[] first = Arrays.stream(truths).mapToDouble(truth -> logOdds(truth[0])).toArray();
    double[] second =
        Arrays.stream(truths).mapToDouble(truth -> logOdds(truth[deeper] / truth[0])).toArray();

    assertThat(correlation(first, second)).isBetween(0.6, 0.97);
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  @Test
  void similarItemsHaveSimilarContent() {
    Items items = new Items(Scenario.VIDEO, 1, 300, 8);
    double[][] content = new double[items.count()][];
    for (int i = 0; i < content.length; i++) {
      List<Float> floats = items.update(i, Instant.EPOCH).getContent();
      content[i] = floats.stream().mapToDouble(Float::doubleValue).toArray();
      Vectors.normalise(content[i]);
    }
    double[] tastes = new double[items.count() - 1];
    double[] contents = new double[items.count() - 1];
    for (int i = 1; i < content.length; i++) {
      tastes[i - 1] = Vectors.dot(items.taste(0), items.taste(i));
      contents[i - 1] = Vectors.dot(content[0], content[i]);
    }
    assertThat(correlation(tastes, contents)).isBetween(0.6, 0.99);
  }

  @Test
  void usersWhoShareFactsShareTaste() {
    Users users = new Users(1, 8, 0);
    double[][] tastes = new double[2_000][8];
    for (int user = 0; user < tastes.length; user++) {
      users.taste(user, 0, tastes[user]);
    }
    double[] alike = new double[2];
    double[] other = new double[2];
    for (int user = 1; user < tastes.length; user++) {
      boolean same = users.age(0) == users.age(user) && users.gender(0) == users.gender(user);
      double[] group = same ? alike : other;
      group[0] += Vectors.dot(tastes[0], tastes[user]);
      group[1]++;
    }
    assertThat(alike[0] / alike[1]).isGreaterThan(other[0] / other[1] + 0.05);
  }

  /** How far the click rates of the groups lie apart. */
  private static double spread(Function<SimulatedEvent, String> group) {
    Map<String, double[]> counts = new HashMap<>();
    Worlds.events(Worlds.world(Scenario.VIDEO, 1), EVENTS)
        .forEach(
            simulated -> {
              double[] count = counts.computeIfAbsent(group.apply(simulated), key -> new double[2]);
              count[0] += Worlds.step(Scenario.VIDEO, simulated) > 0 ? 1 : 0;
              count[1]++;
            });
    double[] rates =
        counts.values().stream().mapToDouble(count -> count[0] / count[1]).sorted().toArray();
    return rates[rates.length - 1] - rates[0];
  }

  private static double correlation(double[] left, double[] right) {
    double leftMean = Arrays.stream(left).average().orElseThrow();
    double rightMean = Arrays.stream(right).average().orElseThrow();
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int i = 0; i < left.length; i++) {
      product += (left[i] - leftMean) * (right[i] - rightMean);
      leftSquares += Math.pow(left[i] - leftMean, 2);
      rightSquares += Math.pow(right[i] - rightMean, 2);
    }
    return product / Math.sqrt(leftSquares * rightSquares);
  }
}
