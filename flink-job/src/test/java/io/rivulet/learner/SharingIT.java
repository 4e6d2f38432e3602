package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rivulet.learner.SparseLabelRun.Figures;
import io.rivulet.learner.data.Event;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What tasks gain from each other on MovieLens 100K, by architecture. Prints the figures as rows of
 * a table; the number of seeds ({@code rivulet.seeds}) is a system property.
 */
class SharingIT {
  private static final double FEW = 0.05;
  private static final int SEEDS = Integer.getInteger("rivulet.seeds", 1);

  @Test
  void fewLabelsAreLearnedWithTheHelpOfTheOtherTasks() {
    Map<ArchitectureType, Figures> figures = figures(FEW, false);
    double alone = figures.get(ArchitectureType.SINGLE_TASK).auc();
    figures.forEach(
        (type, found) -> {
          if (type != ArchitectureType.SINGLE_TASK) {
            assertThat(found.auc() - alone).as("%s", type).isGreaterThanOrEqualTo(0.07);
          }
        });
  }

  @Test
  void withAllLabelsSharingStillHelpsTheLike() {
    Map<ArchitectureType, Figures> figures = figures(1, true);
    double alone = figures.get(ArchitectureType.SINGLE_TASK).auc();
    figures.forEach((type, found) -> assertThat(found.auc()).isGreaterThanOrEqualTo(alone));
  }

  private static Map<ArchitectureType, Figures> figures(double kept, boolean statistics) {
    Optional<MovieLens> found = MovieLens.find();
    assumeTrue(found.isPresent(), "No folder shared/data/ml-100k beside the repository");
    MovieLens data = found.orElseThrow();
    List<Event> events = data.events();
    Map<ArchitectureType, Figures> figures = new EnumMap<>(ArchitectureType.class);
    for (ArchitectureType type : ArchitectureType.values()) {
      LearnerSpec spec = Specs.observing(spec(type, data), statistics);
      double rmse = 0;
      double auc = 0;
      double accuracy = 0;
      for (int seed = 1; seed <= SEEDS; seed++) {
        Figures one = SparseLabelRun.of(Specs.seeded(spec, seed), events, kept);
        rmse += one.rmse() / SEEDS;
        auc += one.auc() / SEEDS;
        accuracy += one.accuracy() / SEEDS;
      }
      System.out.printf(
          Locale.ROOT,
          "| `%s` | %.0f %% | %.4f | %.4f | %.4f |%n",
          type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          100 * kept,
          rmse,
          auc,
          accuracy);
      figures.put(type, new Figures(rmse, auc, accuracy));
    }
    return figures;
  }

  private static LearnerSpec spec(ArchitectureType type, MovieLens data) {
    LearnerSpec spec =
        Specs.learner(
            List.of(
                Specs.regression("rating", 1, 5),
                Specs.binary("like", 4),
                Specs.multiclass("genre", "item.genre", data.genres())),
            Stream.of("context.age", "context.gender", "context.occupation", "item.year")
                .map(from -> new CategoricalSpec(from, 256, 4))
                .toList());
    spec = Specs.weighted(spec, Specs.weighting(WeightingType.EQUAL));
    return Specs.layered(spec, Specs.architecture(type, List.of(64), 16));
  }
}
