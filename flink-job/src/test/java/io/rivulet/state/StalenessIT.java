package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.config.RivuletConfig;
import io.rivulet.learner.MovieLens;
import io.rivulet.learner.data.Event;
import io.rivulet.learner.metric.TaskMetric;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What it costs that learners see each other's work late, on MovieLens 100K. With {@code
 * -Drivulet.staleness=2:1000:1000,…} it measures other combinations of learners, events in a round
 * and events on the way back.
 */
final class StalenessIT {
  private static final String MORE = System.getProperty("rivulet.staleness", "");
  private static List<Event> events;
  private static RivuletConfig config;

  private record Quality(double rmse, double auc) {}

  @BeforeAll
  static void read() {
    MovieLens data = MovieLens.find().orElse(null);
    Assumptions.assumeTrue(data != null, "shared/data/ml-100k is not there: not measured");
    events = data.events();
    config = RivuletConfig.read(Path.of("../docs/examples/ml-100k.yaml"));
  }

  @Test
  void twoLearnersThatMissAHundredEventsPredictAsWellAsOne() {
    Quality one = run(1, 200, 100);
    Quality two = run(2, 64, 64);
    assertThat(two.rmse()).isCloseTo(one.rmse(), within(0.004));
    assertThat(two.auc()).isCloseTo(one.auc(), within(0.004));
  }

  @Test
  void measuresWhatIsAskedFor() {
    for (String setting : MORE.isEmpty() ? List.<String>of() : List.of(MORE.split(",", -1))) {
      String[] numbers = setting.split(":", -1);
      Quality quality =
          run(
              Integer.parseInt(numbers[0]),
              Integer.parseInt(numbers[1]),
              Integer.parseInt(numbers[2]));
      assertThat(quality.rmse()).isFinite();
    }
  }

  private static Quality run(int learners, int roundLength, int wayBack) {
    try (LearnersInRounds run =
        new LearnersInRounds(config.learner(), learners, roundLength, wayBack, 8)) {
      events.forEach(run::add);
      List<TaskMetric> metrics = run.finish();
      Quality quality =
          new Quality(metrics.get(0).values().get("rmse"), metrics.get(1).values().get("auc"));
      System.out.printf(
          Locale.ROOT,
          "staleness: learners %d, events in a round %d, on the way back %d: rating rmse %.4f, like auc %.4f%n",
          learners,
          roundLength,
          wayBack,
          quality.rmse(),
          quality.auc());
      return quality;
    }
  }
}
