package io.rivulet.learner.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.Specs;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrequentialRunTest {
  private static final int EVENTS = 600;
  private static final LearnerSpec SPEC =
      Specs.learner(List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of());

  @Test
  void aTaskWithoutLabelsIsTestedOnAllAndLearnsNothing() {
    List<TaskMetric> metrics = run(Map.of("like", 0.0));

    assertThat(metrics.get(1).examples()).isEqualTo(EVENTS);
    assertThat(metrics.get(1).values().get("logLoss")).isFinite().isGreaterThan(0.6);
    assertThat(metrics.get(0).values().get("rmse"))
        .isLessThan(run(Map.of("rating", 0.0)).get(0).values().get("rmse"));
  }

  @Test
  void fewLabelsTeachLessThanAll() {
    double few = run(Map.of("like", 0.05)).get(1).values().get("logLoss");
    double all = run(Map.of()).get(1).values().get("logLoss");
    assertThat(few).isGreaterThan(all);
    assertThat(run(Map.of("like", 1.0)).get(1).values()).containsEntry("logLoss", all);
  }

  /** Ratings that follow from the item alone. */
  private static List<TaskMetric> run(Map<String, Double> kept) {
    Random random = new Random(5);
    try (PrequentialRun run = new PrequentialRun(SPEC, 4, 32, kept)) {
      for (int i = 0; i < EVENTS; i++) {
        int item = random.nextInt(10);
        String user = "u" + random.nextInt(40);
        double rating = 1 + item % 5;
        run.add(new Event(user, "i" + item, "rate", rating, Map.of(), Map.of()));
      }
      run.finish();
      assertThat(run.rejected()).isZero();
      return run.metrics();
    }
  }
}
