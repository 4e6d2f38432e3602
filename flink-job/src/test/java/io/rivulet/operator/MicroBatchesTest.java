package io.rivulet.operator;

import static io.rivulet.fixture.SmallModel.BATCH;
import static io.rivulet.fixture.SmallModel.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import org.junit.jupiter.api.Test;

class MicroBatchesTest {
  private static final long ARRIVED = 1_000;

  private final MicroBatches batches = new MicroBatches(SmallModel.settings(), () -> 0);

  @Test
  void waitsAsLongAsItIsToldWhenTheLearnerHasTime() {
    take(1, 2);
    add(1);

    assertThat(batches.lingersUntil()).isEqualTo(ARRIVED + LINGER);
    assertThat(batches.isDue(ARRIVED + LINGER - 1)).isFalse();
    assertThat(batches.isDue(ARRIVED + LINGER)).isTrue();
  }

  @Test
  void waitsLongerWhenTheLearnerIsBusy() {
    take(100, 6);
    add(1);

    assertThat(batches.lingersUntil()).isBetween(ARRIVED + 2 * LINGER, ARRIVED + 3 * LINGER);
  }

  @Test
  void waitsTenTimesAsLongAtMost() {
    take(100, 1_000);
    add(1);

    assertThat(batches.lingersUntil()).isEqualTo(ARRIVED + 10 * LINGER);
  }

  @Test
  void doesNotWaitForMoreThanAMicroBatch() {
    take(100, 1_000);
    add(BATCH);

    assertThat(batches.isDue(ARRIVED)).isTrue();
  }

  @Test
  void whatIsLeftOverWaitsForOthers() {
    add(BATCH);
    batches.add(Events.attached(BATCH, "user0", "item", 5), ARRIVED);
    long taken = ARRIVED + 2 * LINGER;

    assertThat(batches.next(taken)).hasSize(BATCH);
    assertThat(batches.isDue(taken)).isFalse();
    assertThat(batches.isDue(taken + LINGER)).isTrue();
  }

  private void take(int times, long millis) {
    for (int i = 0; i < times; i++) {
      batches.learned(millis);
    }
  }

  private void add(int events) {
    for (int i = 0; i < events; i++) {
      batches.add(Events.attached(i, "user" + i, "item", 5), ARRIVED);
    }
  }
}
