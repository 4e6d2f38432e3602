package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.SmallModel.BATCH;
import static io.rivulet.fixture.SmallModel.INTERVAL;
import static io.rivulet.operator.LearnTask.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Score;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import java.time.Duration;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the learn operator closes rounds, and what comes out around the watermark. */
class LearnRoundsTest {
  private LearnTask task;

  @BeforeEach
  void open() throws Exception {
    task = new LearnTask(SmallModel.settings());
  }

  @AfterEach
  void close() {
    task.close();
  }

  @Test
  void anIdleLearnerClosesRoundsAndSendsNothingElse() throws Exception {
    task.pass(3 * INTERVAL);

    assertThat(task.out().all())
        .containsExactly(
            new Watermark(START + INTERVAL),
            new Watermark(START + 2 * INTERVAL),
            new Watermark(START + 3 * INTERVAL));
  }

  @Test
  void aRoundsWorkComesBeforeItsWatermarkWithItsStamp() throws Exception {
    for (int i = 0; i < 60; i++) {
      task.add(attached(i, "user-" + i % 7, "item-" + i % 4, 1 + i % 5));
      task.pass(9);
    }
    task.end();

    long closed = Long.MIN_VALUE;
    long open = task.out().watermarks().get(0);
    int marks = 0;
    for (Object emitted : task.out().all()) {
      if (emitted instanceof Watermark mark) {
        closed = mark.getTimestamp();
        marks++;
        open = closed == Long.MAX_VALUE ? closed : task.out().watermarks().get(marks);
      } else if (emitted instanceof ParameterDelta delta) {
        assertThat(delta.round()).isGreaterThan(closed).isEqualTo(open);
      } else if (emitted instanceof MetricsDelta metrics) {
        assertThat(metrics.round()).isGreaterThan(closed).isEqualTo(open);
      }
    }
    assertThat(marks).isGreaterThan(5);
    assertThat(examples(Table.DENSE)).isEqualTo(60);
    assertThat(examples(Table.ITEM)).isEqualTo(60);
  }

  @Test
  void watermarksAndIdlenessFromAboveAreSwallowed() throws Exception {
    var flink = task.harness().flink();
    flink.processBothWatermarks(new Watermark(1));
    flink.processWatermarkStatus1(WatermarkStatus.IDLE);
    flink.processWatermarkStatus2(WatermarkStatus.IDLE);
    flink.processWatermarkStatus1(WatermarkStatus.ACTIVE);
    flink.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(task.out().all()).isEmpty();
  }

  @Test
  void theEndOfOneInputIsNotTheEnd() throws Exception {
    task.add(attached(0, "a", "x", 5));
    task.harness().flink().endInput1();

    assertThat(task.out().all()).isEmpty();
  }

  @Test
  void atTheEndAllIsLearnedThenTheRoundThenTheLastWatermark() throws Exception {
    task.add(attached(0, "a", "x", 5));
    task.end();

    assertThat(task.out().all())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Score.class),
            second -> assertThat(second).isInstanceOf(ParameterDelta.class),
            third -> assertThat(third).isInstanceOf(ParameterDelta.class),
            fourth -> assertThat(fourth).isInstanceOf(MetricsDelta.class),
            fifth -> assertThat(fifth).isEqualTo(new Watermark(START)),
            sixth -> assertThat(sixth).isEqualTo(Watermark.MAX_WATERMARK));
    task.harness().checkpoint();
    assertThat(task.stored("a").count()).isEqualTo(1);
  }

  @Test
  void aCheckpointClosesTheRoundBeforeItsBarrier() throws Exception {
    task.pass(INTERVAL / 2);
    task.add(attached(0, "a", "x", 5));
    task.harness().checkpoint();

    assertThat(task.scored()).containsExactly("event-0");
    assertThat(task.out().of(ParameterDelta.class)).hasSize(2);
    assertThat(task.out().watermarks()).containsExactly(START + INTERVAL);

    task.pass(INTERVAL / 2);
    assertThat(task.out().watermarks()).containsExactly(START + INTERVAL, START + INTERVAL + 1);
  }

  @Test
  void theFirstTicksBehindABarrierAreLeftOut() throws Exception {
    task.harness().checkpoint();
    task.pass(40 * INTERVAL);
    task.harness().checkpoint();
    int before = task.out().watermarks().size();
    task.add(attached(0, "a", "x", 5));
    task.pass(3 * INTERVAL);

    assertThat(task.out().watermarks().stream().skip(before))
        .containsExactly(START + 42 * INTERVAL, START + 43 * INTERVAL);
    assertThat(task.out().of(ParameterDelta.class))
        .extracting(ParameterDelta::round)
        .containsOnly(START + 42 * INTERVAL);
  }

  @Test
  void barriersThatComeOftenLeaveOutLittle() throws Exception {
    task.harness().checkpoint();
    task.pass(INTERVAL);
    task.harness().checkpoint();
    int before = task.out().watermarks().size();
    task.pass(2 * INTERVAL);

    assertThat(task.out().watermarks().stream().skip(before))
        .containsExactly(START + 2 * INTERVAL, START + 3 * INTERVAL);
  }

  @Test
  void aLongRoundIsNotMadeLongerByAnother() throws Exception {
    Duration second = Duration.ofSeconds(1);
    try (LearnTask slow = new LearnTask(SmallModel.withRounds(SmallModel.settings(), second))) {
      slow.harness().checkpoint();
      slow.pass(40 * second.toMillis());
      slow.harness().checkpoint();
      int before = slow.out().watermarks().size();
      slow.pass(second.toMillis());

      assertThat(slow.out().watermarks().stream().skip(before))
          .containsExactly(START + 41 * second.toMillis());
    }
  }

  @Test
  void aLearnerThatMayNotGoFarAheadWaitsForNoTickLonger() throws Exception {
    try (LearnTask bounded = new LearnTask(SmallModel.settings(BATCH, 1))) {
      bounded.harness().checkpoint();
      bounded.pass(40 * INTERVAL);
      bounded.harness().checkpoint();
      int before = bounded.out().watermarks().size();
      bounded.pass(INTERVAL);

      assertThat(bounded.out().watermarks().stream().skip(before))
          .containsExactly(START + 41 * INTERVAL);
    }
  }

  /** Flink's timers are at least a millisecond late. */
  @Test
  void aLateTimerStampsItsTickAndTheLoopsLagIsTrue() throws Exception {
    task.jump(INTERVAL + 1);
    assertThat(task.out().watermarks()).containsExactly(START + INTERVAL);

    task.jump(INTERVAL / 2);
    task.receive(dense(SmallModel.ARM, START + INTERVAL));
    task.jump(INTERVAL);

    assertThat(task.out().of(MetricsDelta.class))
        .extracting(MetricsDelta::loopLagMillis)
        .containsExactly(INTERVAL / 2 + 1);
  }

  @Test
  void valuesOfAnotherArmAreNotTaken() throws Exception {
    task.receive(dense("other", START));
    task.pass(INTERVAL);

    assertThat(task.out().of(MetricsDelta.class)).isEmpty();
  }

  private long examples(Table table) {
    return task.out().of(ParameterDelta.class).stream()
        .filter(delta -> delta.table() == table)
        .mapToLong(delta -> delta.change().count())
        .sum();
  }

  private static ParameterValue dense(String arm, long round) {
    float[] values = Layouts.dense(SmallModel.SPEC).initial(Table.DENSE.label(), arm);
    return ParameterValue.of(Table.DENSE, arm, round, new Row(0, 0, values));
  }
}
