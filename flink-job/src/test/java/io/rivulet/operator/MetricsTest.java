package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.fixture.SmallModel;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** From a learner's round to the metrics of a window. */
class MetricsTest {
  private static final long ROUND = 1_000;

  private final RoundMetrics round = new RoundMetrics(SmallModel.ARM, SmallModel.SPEC);

  @Test
  void aRoundInWhichNothingHappenedHasNoMetrics() {
    assertThat(round.close(ROUND)).isNull();
  }

  @Test
  void aRoundCountsItsEvents() {
    add(new FakeStep(new double[] {1, 2}, true, null), 5);
    add(new FakeStep(new double[] {1, 2}, false, null), 5);
    add(new FakeStep(new double[] {Double.NaN, Double.NaN}, false, "the weight is negative"), 5);
    add(new FakeStep(new double[] {1, Double.NaN}, true, "a label is out of range"), 5);
    round.loop(30);
    round.loop(20);

    MetricsDelta delta = round.close(ROUND);

    assertThat(delta.arm()).isEqualTo(SmallModel.ARM);
    assertThat(delta.round()).isEqualTo(ROUND);
    assertThat(delta.scored()).isEqualTo(4);
    assertThat(delta.trained()).isEqualTo(2);
    assertThat(delta.rejected()).isEqualTo(2);
    assertThat(delta.batches()).isEqualTo(4);
    assertThat(delta.loopLagMillis()).isEqualTo(30);
    assertThat(summary(delta).tasks())
        .extracting(WindowMetrics.Task::examples)
        .containsExactly(3L, 2L);
  }

  @Test
  void theNextRoundBeginsFromZero() {
    add(new FakeStep(new double[] {1, 2}, true, null), 5);
    round.loop(30);
    round.close(ROUND);

    assertThat(round.close(ROUND + 1)).isNull();
    round.loop(0);
    MetricsDelta onlyALoop = round.close(ROUND + 2);
    assertThat(onlyALoop.scored()).isZero();
    assertThat(onlyALoop.loopLagMillis()).isZero();
    assertThat(summary(onlyALoop).tasks())
        .extracting(WindowMetrics.Task::examples)
        .containsOnly(0L);
  }

  @Test
  void theLearnersRoundsAddUpToTheirWindow() {
    add(new FakeStep(new double[] {0.5, 2}, true, null), 5);
    MetricsDelta first = round.close(ROUND);
    add(new FakeStep(new double[] {1.5, 4}, true, null), 1);
    MetricsDelta second = round.close(ROUND + 200);

    WindowMetrics window = summary(first.plus(second));

    assertThat(window.start()).isZero();
    assertThat(window.end()).isEqualTo(10_000);
    assertThat(window.sums().scored()).isEqualTo(2);
    assertThat(window.sums().round()).isEqualTo(ROUND + 200);
    WindowMetrics.Task like = window.tasks().get(0);
    assertThat(like.name()).isEqualTo("like");
    assertThat(like.examples()).isEqualTo(2);
    assertThat(like.loss()).isEqualTo(1);
    assertThat(like.weight()).isEqualTo(FakeStep.WEIGHT);
    assertThat(like.metrics())
        .contains(entry("accuracy", 0.5), entry("logLoss", 1.0), entry("calibration", 1.5));
    WindowMetrics.Task stars = window.tasks().get(1);
    assertThat(stars.loss()).isEqualTo(3);
    assertThat(stars.weight()).isEqualTo(2 * FakeStep.WEIGHT);
    assertThat(stars.metrics()).containsOnly(entry("mae", 2.0), entry("rmse", 2.0));
  }

  @Test
  void aTaskWithoutALabelHasNoFigures() {
    add(new FakeStep(new double[] {0.5, Double.NaN}, true, null), Float.NaN);

    WindowMetrics.Task stars = summary(round.close(ROUND)).tasks().get(1);

    assertThat(stars.examples()).isZero();
    assertThat(stars.loss()).isNaN();
    assertThat(stars.weight()).isNaN();
    assertThat(stars.metrics()).isEmpty();
  }

  @Test
  void aWindowOfOtherTasksIsDropped() {
    add(new FakeStep(new double[] {0.5, 2}, true, null), 5);

    String other = SummarizeWindow.key(SmallModel.ARM, SmallModel.LARGER);
    assertThat(windows(other, round.close(ROUND))).isEmpty();
  }

  private void add(FakeStep step, float stars) {
    AttachedEvent event = attached(1, "user", "item", stars);
    round.add(List.of(event), step, step.predictions());
  }

  private static WindowMetrics summary(MetricsDelta sums) {
    return windows(SummarizeWindow.key(SmallModel.ARM, SmallModel.SPEC), sums).get(0);
  }

  private static List<WindowMetrics> windows(String key, MetricsDelta sums) {
    SummarizeWindow function = new SummarizeWindow(SmallModel.SPEC);
    List<WindowMetrics> windows = new ArrayList<>();
    function.process(key, new FakeContext(function), List.of(sums), new ListCollector<>(windows));
    return windows;
  }

  /** A window of ten seconds, and nothing else. */
  private static final class FakeContext
      extends ProcessWindowFunction<MetricsDelta, WindowMetrics, String, TimeWindow>.Context {
    private static final long serialVersionUID = 1L;

    FakeContext(SummarizeWindow function) {
      function.super();
    }

    @Override
    public TimeWindow window() {
      return new TimeWindow(0, 10_000);
    }

    @Override
    public long currentProcessingTime() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long currentWatermark() {
      throw new UnsupportedOperationException();
    }

    @Override
    public KeyedStateStore windowState() {
      throw new UnsupportedOperationException();
    }

    @Override
    public KeyedStateStore globalState() {
      throw new UnsupportedOperationException();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
      throw new UnsupportedOperationException();
    }
  }
}
