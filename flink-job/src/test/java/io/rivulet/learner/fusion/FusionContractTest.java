package io.rivulet.learner.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.FusionSpec;
import io.rivulet.learner.spec.FusionType;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every fusion owes its callers, and what each one computes. */
class FusionContractTest {
  private static final LearnerSpec TASKS =
      Specs.learner(
          List.of(
              Specs.multiclass("genre", "item.genre", List.of("a", "b", "c")),
              Specs.regression("rating", 1, 5),
              Specs.binary("like", 4)),
          List.of());

  @ParameterizedTest
  @EnumSource(FusionType.class)
  void staysWithinItsRangeNeverFallsAndChangesNothing(FusionType type) {
    Fusion fusion = of(new FusionSpec(type, Map.of(), Map.of()));
    Random random = new Random(1);
    assertThat(fusion.fuse(new double[] {0, 0})).isZero();
    assertThat(fusion.fuse(new double[] {1, 1})).isEqualTo(1);
    for (int i = 0; i < 200; i++) {
      double[] scores = {random.nextDouble(), random.nextDouble()};
      double[] copy = scores.clone();
      double fused = fusion.fuse(scores);
      assertThat(scores).isEqualTo(copy);
      assertThat(fused).isBetween(0.0, 1.0).isEqualTo(fusion.fuse(scores));
      double[] better = {scores[0], (scores[1] + 1) / 2};
      assertThat(fusion.fuse(better)).isGreaterThanOrEqualTo(fused);
    }
  }

  @Test
  void averageIsTheMean() {
    Fusion fusion = of(new FusionSpec(FusionType.AVERAGE, Map.of(), Map.of()));
    assertThat(fusion.fuse(new double[] {0.2, 0.6})).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void weightedIsTheWeightedMean() {
    Fusion fusion = of(new FusionSpec(FusionType.WEIGHTED, Map.of("rating", 3.0), Map.of()));
    assertThat(fusion.fuse(new double[] {0.2, 0.6})).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void productMultipliesPowers() {
    Map<String, Double> weights = Map.of("rating", 2.0, "like", 0.5);
    Fusion fusion = of(new FusionSpec(FusionType.PRODUCT, weights, Map.of()));
    assertThat(fusion.fuse(new double[] {0.5, 0.25})).isCloseTo(0.125, within(1e-12));
  }

  @Test
  void voteCountsTasksThatReachTheirThreshold() {
    Fusion fusion = of(new FusionSpec(FusionType.VOTE, Map.of(), Map.of("rating", 4.0)));
    // 4 stars of 1 to 5 are 0.75
    assertThat(fusion.fuse(new double[] {0.74, 0.5})).isEqualTo(0.5);
    assertThat(fusion.fuse(new double[] {0.75, 0.5})).isEqualTo(1);
    assertThat(fusion.fuse(new double[] {0.74, 0.49})).isZero();
  }

  private static Fusion of(FusionSpec fusion) {
    return Fusions.of(Specs.fused(TASKS, fusion));
  }
}
