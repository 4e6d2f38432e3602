package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rivulet.learner.SparseLabelRun.Figures;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weightings on MovieLens 100K: as it is, with few like labels (and no running statistics), and
 * with the rating's loss in another unit. Prints the figures; those that are meant to lose nothing
 * are held to it. Which weightings ({@code rivulet.weightings}, with commas between, or {@code
 * all}), whether free of units ({@code rivulet.unitFree}), and over how many seeds ({@code
 * rivulet.seeds}) are system properties.
 */
class TaskWeightsIT {
  private static final Set<WeightingType> LOSE_NOTHING =
      EnumSet.of(WeightingType.STCH, WeightingType.DWA);
  private static final double FEW = 0.05;
  private static final boolean UNIT_FREE =
      Boolean.parseBoolean(System.getProperty("rivulet.unitFree", "true"));

  static Stream<WeightingType> weightings() {
    String names = System.getProperty("rivulet.weightings", "stch,dwa");
    return names.equals("all")
        ? EnumSet.complementOf(EnumSet.of(WeightingType.STATIC)).stream()
        : Stream.of(names.split(","))
            .map(name -> name.toUpperCase(Locale.ROOT).replace('-', '_'))
            .map(WeightingType::valueOf);
  }

  @ParameterizedTest
  @MethodSource("weightings")
  void losesNothingToEqualWeightsInAnyUnit(WeightingType type) {
    Optional<MovieLens> found = MovieLens.find();
    assumeTrue(found.isPresent(), "No folder shared/data/ml-100k beside the repository");
    MovieLens data = found.orElseThrow();
    Figures plain = run(data, type, "plain", 1, 1);
    Figures sparse = run(data, type, "5 % like", 1, FEW);
    Figures large = run(data, type, "rating x 100", 100, 1);
    Figures small = run(data, type, "rating x 0.01", 0.01, 1);
    if (UNIT_FREE && LOSE_NOTHING.contains(type)) {
      losesNothing(plain, run(data, WeightingType.EQUAL, "plain", 1, 1));
      losesNothing(sparse, run(data, WeightingType.EQUAL, "5 % like", 1, FEW));
      for (Figures scaled : List.of(large, small)) {
        assertThat(scaled.rmse()).isCloseTo(plain.rmse(), within(0.005));
        assertThat(scaled.auc()).isCloseTo(plain.auc(), within(0.005));
        assertThat(scaled.accuracy()).isCloseTo(plain.accuracy(), within(0.005));
      }
    }
  }

  // One seed's figures scatter by more than the 0.001 that is aimed at, most where labels are few:
  // these bounds find a weighting that breaks, -Drivulet.seeds=3 tells how good it is.
  private static void losesNothing(Figures adaptive, Figures equal) {
    assertThat(adaptive.rmse()).isLessThanOrEqualTo(equal.rmse() + 0.002);
    assertThat(adaptive.auc()).isGreaterThanOrEqualTo(equal.auc() - 0.005);
    assertThat(adaptive.accuracy()).isGreaterThanOrEqualTo(equal.accuracy() - 0.005);
  }

  private static Figures run(
      MovieLens data, WeightingType type, String stream, double scale, double kept) {
    TaskSpec rating = Specs.scaled(Specs.regression("rating", 1, 5), scale);
    TaskSpec like = Specs.binary("like", 4);
    TaskSpec genre = Specs.multiclass("genre", "item.genre", data.genres());
    LearnerSpec spec =
        Specs.weighted(
            Specs.observing(Specs.learner(List.of(rating, like, genre), List.of()), kept == 1),
            new WeightingSpec(type, Map.of(), 0.01, 100_000, UNIT_FREE, Map.of()));
    int seeds = Integer.getInteger("rivulet.seeds", 1);
    List<Figures> all =
        IntStream.rangeClosed(1, seeds)
            .mapToObj(seed -> SparseLabelRun.of(Specs.seeded(spec, seed), data.events(), kept))
            .toList();
    Figures mean =
        new Figures(
            all.stream().mapToDouble(Figures::rmse).average().orElseThrow(),
            all.stream().mapToDouble(Figures::auc).average().orElseThrow(),
            all.stream().mapToDouble(Figures::accuracy).average().orElseThrow());
    System.out.printf(
        Locale.ROOT,
        "| `%s` | %s | %.4f | %.4f | %.4f |%n",
        type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        stream,
        mean.rmse(),
        mean.auc(),
        mean.accuracy());
    return mean;
  }
}
