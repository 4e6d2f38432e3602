package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Specs;
import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.loss.TaskLosses;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Means and statistics, computed by hand. */
class StatisticsTest {
  private static final Axis ONE = Axis.of(1);
  private static final List<String> TASKS = List.of("rating", "genre");
  private static final float TOLERANCE = 1e-5f;

  private final List<TaskSpec> tasks =
      List.of(
          Specs.regression("rating", 1, 5),
          Specs.multiclass("genre", "item.genre", List.of("a", "b")));
  private final List<TaskLoss> losses = tasks.stream().map(TaskLosses::of).toList();
  private final Segments denseSegments = new Segments();
  private final Segments rowSegments = new Segments();
  private final Priors priors = new Priors(tasks, losses, denseSegments);

  @Test
  void aMeanForgetsAsFastAsItsMemorySays() {
    Segments segments = new Segments();
    RunningMeans means = new RunningMeans(segments, "test", ONE, 2, 0, 0);
    float[] array = new float[segments.length()];
    assertThat(means.mean(array, 0, 0)).isZero();
    means.add(array, 0, 4, 1);
    means.add(array, 0, 1, 1);
    // n = ½·1 + 1, s = ½·4 + 1
    assertThat(means.count(array, 0)).isEqualTo(1.5);
    assertThat(means.mean(array, 0, 0)).isEqualTo(2);
    assertThat(means.mean(array, 0, 0.5)).isEqualTo(1.5);
    for (int i = 0; i < 100; i++) {
      means.add(array, 0, 7, 1000);
    }
    assertThat(means.count(array, 0)).isEqualTo(2);
    assertThat(means.mean(array, 0, 0)).isEqualTo(7);
  }

  @Test
  void shortMemoriesAreAveragedBetweenLearnersAndLongOnesAddUp() {
    new RunningMeans(rowSegments, "short", ONE, 50, 0, 0);
    new RunningMeans(rowSegments, "long", ONE, 1e6, 0, 0);
    assertThat(rowSegments.list())
        .extracting(segment -> segment.merge())
        .containsExactly(Merge.AVERAGE, Merge.AVERAGE, Merge.NOT_NEGATIVE, Merge.SUM);
  }

  @Test
  void priorsFollowTheLabels() {
    float[] dense = {2, 0, 2, 2, 1, 1};
    priors.learn(dense, 0, 5, 2);
    priors.learn(dense, 1, 1, 2);
    // the label 5 is 1 on the scale from -1 to 1: (0·2 + 1·2) / 4; classes 1/4 and 3/4
    assertThat(priors.forward(dense))
        .containsExactly(
            new float[] {0.5f, (float) Math.log(0.25), (float) Math.log(0.75)}, within(TOLERANCE));
  }

  @Test
  void statisticsTellHowLabelsDifferFromWhatIsExpected() {
    Statistics statistics =
        new Statistics(
            Specs.statistics(true), TASKS, new Views(ONE, 1), priors, losses, rowSegments);
    float[] dense = {2, 0, 2, 2, 1, 1};
    float[] user = new float[rowSegments.length()];
    float[] item = new float[rowSegments.length()];
    statistics.learn(user, item, dense, new float[] {5, Float.NaN}, 1);
    statistics.learn(new float[user.length], item, dense, new float[] {1, Float.NaN}, 1);
    float[] input = new float[1 + statistics.width()];
    statistics.forward(user, item, 0, input, 1);
    // excess of 1 over the prior for both, then one of -1 for the item alone
    assertThat(input)
        .containsExactly(
            new float[] {
              0,
              2 * 1f / 5,
              0,
              2 * 1f / 2,
              2 * (0.98f - 1) / (1.98f + 1),
              (float) (0.2 * Math.log(2)),
              (float) (0.2 * Math.log(3))
            },
            within(TOLERANCE));
  }

  @Test
  void switchedOffThereAreNone() {
    Statistics statistics =
        new Statistics(
            Specs.statistics(false), TASKS, new Views(ONE, 1), priors, losses, rowSegments);
    assertThat(statistics.width()).isZero();
    assertThat(rowSegments.length()).isZero();
  }
}
