package io.rivulet.learner.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskMetricTest {
  private static final Offset<Double> EXACTLY = within(1e-6);
  private static final TaskSpec LIKE = Specs.binary("like", 4);
  private static final TaskSpec RATING = Specs.regression("rating", 1, 5);
  private static final TaskSpec GENRE =
      Specs.multiclass("genre", "item.genre", List.of("a", "b", "c"));

  @Test
  void binaryFiguresComputedByHand() {
    TaskMetric metric = TaskMetric.of(LIKE);
    metric.add(new float[] {9, 0.9f}, 1, 1, 0.5, 1);
    metric.add(new float[] {9, 0.8f}, 1, 0, 1.5, 1);
    metric.add(new float[] {9, 0.3f}, 1, 1, 1.0, 2);
    metric.add(new float[] {9, 0.2f}, 1, 0, 1.0, 1);
    metric.add(new float[] {9, 0.2f}, 1, Float.NaN, Double.NaN, 1);
    assertThat(metric.examples()).isEqualTo(4);
    assertThat(metric.values().get("accuracy")).isCloseTo(2.0 / 5, EXACTLY);
    assertThat(metric.values().get("logLoss")).isCloseTo(5.0 / 5, EXACTLY);
    assertThat(metric.values().get("calibration")).isCloseTo(2.5 / 3, EXACTLY);
    // of 3·2 weighted pairs, the positive of weight 2 is below one negative
    assertThat(metric.values().get("auc")).isCloseTo(4.0 / 6, EXACTLY);
  }

  @Test
  void regressionFiguresComputedByHand() {
    TaskMetric metric = TaskMetric.of(RATING);
    metric.add(new float[] {3}, 0, 5, 0, 1);
    metric.add(new float[] {3}, 0, 2, 0, 3);
    assertThat(metric.values().get("rmse")).isCloseTo(Math.sqrt(7 / 4.0), EXACTLY);
    assertThat(metric.values().get("mae")).isCloseTo(5 / 4.0, EXACTLY);
  }

  @Test
  void multiclassFiguresComputedByHand() {
    TaskMetric metric = TaskMetric.of(GENRE);
    metric.add(new float[] {0.1f, 0.7f, 0.2f}, 0, 1, 0.25, 1);
    metric.add(new float[] {0.1f, 0.7f, 0.2f}, 0, 2, 0.75, 1);
    assertThat(metric.values().get("accuracy")).isCloseTo(0.5, EXACTLY);
    assertThat(metric.values().get("logLoss")).isCloseTo(0.5, EXACTLY);
  }

  @Test
  void nothingIsDefinedWithoutExamplesNorAreaWithoutBothLabels() {
    assertThat(TaskMetric.of(RATING).values()).isEmpty();
    TaskMetric metric = TaskMetric.of(LIKE);
    assertThat(metric.values()).isEmpty();
    metric.add(new float[] {0.5f}, 0, 0, 1, 1);
    assertThat(metric.values()).containsOnlyKeys("accuracy", "logLoss");
  }

  @Test
  void areaUnderTheCurveAgreesWithTheExactOneEvenForRareEvents() {
    Random random = new Random(1);
    TaskMetric metric = TaskMetric.of(LIKE);
    float[] scores = new float[20_000];
    float[] labels = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (1 / (1 + Math.exp(5 - random.nextGaussian())));
      labels[i] = random.nextFloat() < scores[i] ? 1 : 0;
      metric.add(scores, i, labels[i], 0, 1);
    }
    assertThat(metric.values().get("auc")).isCloseTo(Exact.auc(scores, labels), within(2e-4));
  }

  static Stream<TaskSpec> tasks() {
    return Stream.of(LIKE, RATING, GENRE);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void partsMergeIntoTheWholeAlsoFromSavedState(TaskSpec task) {
    TaskMetric whole = TaskMetric.of(task);
    TaskMetric left = TaskMetric.of(task);
    TaskMetric right = TaskMetric.of(task);
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      float[] prediction = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      float label = random.nextInt(2);
      whole.add(prediction, 0, label, 1, 1);
      (i < 30 ? left : right).add(prediction, 0, label, 1, 1);
    }
    TaskMetric merged = TaskMetric.fromState(task, left.toState());
    merged.merge(right);
    assertThat(merged.examples()).isEqualTo(100);
    whole
        .values()
        .forEach((name, value) -> assertThat(merged.values().get(name)).isCloseTo(value, EXACTLY));
  }

  @Test
  void refusesTheStateOfAnotherKindOfTask() {
    double[] state = TaskMetric.of(RATING).toState();
    assertThatThrownBy(() -> TaskMetric.fromState(LIKE, state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("like");
  }
}
