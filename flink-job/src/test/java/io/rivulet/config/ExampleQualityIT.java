package io.rivulet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rivulet.learner.MovieLens;
import io.rivulet.learner.MovieTweetings;
import io.rivulet.learner.Specs;
import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.PrequentialRun;
import io.rivulet.learner.spec.LearnerSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One pass over recorded streams, test then train, with the configurations in docs/examples. */
class ExampleQualityIT {
  private static final int BUFFER = 4096;
  private static final int SEEDS = 3;

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 64})
  void movieLens(int batch) {
    Optional<MovieLens> found = MovieLens.find();
    assumeTrue(found.isPresent(), "No folder shared/data/ml-100k beside the repository");
    double[] means = means("ml-100k", found.orElseThrow().events(), batch);
    assertThat(means[0]).as("RMSE of the rating").isLessThanOrEqualTo(0.933);
    assertThat(means[1]).as("AUC of the like").isGreaterThanOrEqualTo(0.777);
    assertThat(means[2]).as("accuracy of the genre").isGreaterThanOrEqualTo(0.970);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 64})
  void movieTweetings(int batch) {
    Optional<MovieTweetings> found = MovieTweetings.find();
    assumeTrue(found.isPresent(), "No folder shared/data/movietweetings-100k");
    double[] means = means("movietweetings", found.orElseThrow().events(), batch);
    assertThat(means[0]).as("RMSE of the rating").isLessThanOrEqualTo(1.580);
    assertThat(means[1]).as("AUC of the like").isGreaterThanOrEqualTo(0.793);
  }

  /** The first figure of each task, as a mean over seeds. */
  private static double[] means(String example, List<Event> events, int batch) {
    LearnerSpec spec =
        RivuletConfig.read(Path.of("..", "docs", "examples", example + ".yaml")).learner();
    double[] means = new double[spec.tasks().size()];
    for (int seed = 1; seed <= SEEDS; seed++) {
      try (PrequentialRun run = new PrequentialRun(Specs.seeded(spec, seed), batch, BUFFER)) {
        events.forEach(run::add);
        run.finish();
        assertThat(run.rejected()).isZero();
        for (int task = 0; task < means.length; task++) {
          Map<String, Double> values = run.metrics().get(task).values();
          String figure =
              switch (spec.tasks().get(task).type()) {
                case BINARY, PRODUCT -> "auc";
                case REGRESSION -> "rmse";
                case MULTICLASS -> "accuracy";
              };
          means[task] += values.get(figure) / SEEDS;
        }
      }
    }
    System.out.printf("%s, micro-batches of %d: %s%n", example, batch, Arrays.toString(means));
    return means;
  }
}
