package io.rivulet.learner.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.ExplorationSpec;
import io.rivulet.learner.spec.ExplorationType;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every exploration owes its callers, and what each one does. */
class ExplorationContractTest {
  private static final double[] CERTAIN = {0, 0, 0};

  @ParameterizedTest
  @EnumSource(ExplorationType.class)
  void everyCandidateOnceAndNothingIsChanged(ExplorationType type) {
    Exploration exploration = of(type, 0.5, 1);
    SplittableRandom random = new SplittableRandom(1);
    for (int count = 0; count < 50; count++) {
      float[] scores = new float[count];
      double[] uncertainty = new double[count];
      for (int i = 0; i < count; i++) {
        scores[i] = random.nextInt(4) / 4f;
        uncertainty[i] = random.nextDouble();
      }
      float[] scoresBefore = scores.clone();
      double[] uncertaintyBefore = uncertainty.clone();

      int[] order = exploration.order(scores, uncertainty, new SplittableRandom(count));

      assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, count).toArray());
      assertThat(scores).containsExactly(scoresBefore);
      assertThat(uncertainty).containsExactly(uncertaintyBefore);
      assertThat(exploration.order(scores, uncertainty, new SplittableRandom(count)))
          .as("the same chance, the same order")
          .containsExactly(order);
    }
  }

  @ParameterizedTest
  @EnumSource(ExplorationType.class)
  void withoutRoomToExploreTheBestComeFirst(ExplorationType type) {
    float[] scores = {0.2f, 0.9f, 0.2f, 0.5f};
    double[] uncertainty = {1, 0.5, 0.1, 0};

    assertThat(of(type, 0, 0).order(scores, uncertainty, new SplittableRandom(1)))
        .containsExactly(1, 3, 0, 2);
  }

  @Test
  void noneIgnoresUncertainty() {
    assertThat(first(of(ExplorationType.NONE, 1, 9), new float[] {0.5f, 0.4f}, 0, 1))
        .containsExactly(1, 0);
  }

  @Test
  void epsilonGreedyGivesItsShareOfPlacesToAny() {
    float[] scores = {0.9f, 0.5f, 0.1f, 0.1f};

    double[] shares = first(of(ExplorationType.EPSILON_GREEDY, 0.4, 0), scores, 0, 0, 0, 0);

    assertThat(shares[0]).isCloseTo(0.6 + 0.4 / 4, within(0.03));
    assertThat(shares[2]).isCloseTo(0.4 / 4, within(0.03));
  }

  @Test
  void ucbAddsScaledUncertainty() {
    float[] scores = {0.5f, 0.4f};

    assertThat(first(of(ExplorationType.UCB, 0, 0.5), scores, 0, 0.1)).containsExactly(1, 0);
    assertThat(first(of(ExplorationType.UCB, 0, 0.5), scores, 0, 0.3)).containsExactly(0, 1);
  }

  @Test
  void thompsonDrawsAsWideAsItIsUncertain() {
    float[] scores = {0.5f, 0.4f};
    Exploration thompson = of(ExplorationType.THOMPSON, 0, 2);

    assertThat(first(thompson, scores, 0, 0)).containsExactly(1, 0);
    // The second is drawn above 0.5 when a standard normal number exceeds 0.1 / (2 * 0.1).
    assertThat(first(thompson, scores, 0, 0.1)[1]).isCloseTo(0.3085, within(0.03));
  }

  @Test
  void uncertaintyFallsWithBothCounts() {
    assertThat(Uncertainty.of(0, 0)).isEqualTo(1);
    assertThat(Uncertainty.of(3, 3)).isEqualTo(0.5);
    assertThat(Uncertainty.of(1_000_000, 0)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(Uncertainty.of(5, 0)).isGreaterThan(Uncertainty.of(5, 1));
    assertThat(Uncertainty.of(Long.MAX_VALUE, Long.MAX_VALUE)).isCloseTo(0, within(1e-6));
  }

  @Test
  void equalKeysKeepTheirOrder() {
    assertThat(Order.descending(CERTAIN)).containsExactly(0, 1, 2);
  }

  /** How often each candidate is first. */
  private static double[] first(Exploration exploration, float[] scores, double... uncertainty) {
    int draws = 4_000;
    double[] shares = new double[scores.length];
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < draws; i++) {
      shares[exploration.order(scores, uncertainty, random)[0]]++;
    }
    return Arrays.stream(shares).map(count -> count / draws).toArray();
  }

  private static Exploration of(ExplorationType type, double epsilon, double scale) {
    return Explorations.of(new ExplorationSpec(type, epsilon, scale));
  }
}
