package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.PrequentialRun;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pass over MovieLens 100K, test then train, with the default configuration. */
class MovieLensIT {
  private static final int BATCH = 8;
  private static final int BUFFER = 4096;

  static Stream<List<CategoricalSpec>> features() {
    return Stream.of(
        List.of(),
        Stream.of("context.age", "context.gender", "context.occupation")
            .map(from -> new CategoricalSpec(from, 64, 4))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("features")
  void beatsAnOnlineMatrixFactorization(List<CategoricalSpec> features) {
    Optional<MovieLens> found = MovieLens.find();
    assumeTrue(found.isPresent(), "No folder shared/data/ml-100k beside the repository");
    MovieLens data = found.orElseThrow();
    LearnerSpec spec =
        Specs.learner(
            List.of(
                Specs.regression("rating", 1, 5),
                Specs.binary("like", 4),
                Specs.multiclass("genre", "item.genre", data.genres())),
            features);
    try (PrequentialRun run = new PrequentialRun(spec, BATCH, BUFFER)) {
      for (Event event : data.events()) {
        run.add(event);
      }
      run.finish();
      List<Map<String, Double>> values = run.metrics().stream().map(TaskMetric::values).toList();
      System.out.println("MovieLens 100K, one pass: " + values);
      assertThat(run.rejected()).isZero();
      assertThat(run.metrics().get(0).examples()).isEqualTo(100_000);
      assertThat(values.get(0).get("rmse")).isLessThanOrEqualTo(0.950);
      assertThat(values.get(1).get("auc")).isGreaterThanOrEqualTo(0.760);
      assertThat(values.get(2).get("accuracy")).isGreaterThanOrEqualTo(0.970);
    }
  }
}
