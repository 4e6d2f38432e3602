package io.rivulet.state.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.FewKeyGroups;
import io.rivulet.fixture.QueuesInMemory;
import io.rivulet.fixture.RowsInMemory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of the life-cycle goes on exactly, also elsewhere and with other limits. */
class LifeCycleRestoreTest {
  private static final FewKeyGroups ALL = new FewKeyGroups(4, 0, 3);
  private static final RowLimits LIMITS = new RowLimits(1, 1, 500, 40);

  private final UsedRows used = new UsedRows();
  private final RowsInMemory rows = used.rows();
  private final QueuesInMemory queues = used.queues();
  private LifeCycle last;

  @Test
  void restoringAfterEveryExampleChangesNothing() {
    LifeCycleRestoreTest undisturbed = new LifeCycleRestoreTest();
    undisturbed.run(1_500, Integer.MAX_VALUE);
    run(1_500, 1);

    assertThat(used.dropped()).isEqualTo(undisturbed.used.dropped()).hasSizeGreaterThan(100);
    assertThat(last.statistics()).isEqualTo(undisturbed.last.statistics());
  }

  @Test
  void eachPartGoesOnWithItsOwnKeyGroups() {
    LifeCycle whole = new LifeCycle(LIMITS, ALL, queues);
    for (int i = 0; i < 30; i++) {
      used.use(whole, id(i), i);
    }
    LifeCycle first = new LifeCycle(LIMITS, new FewKeyGroups(4, 0, 1), queues);
    LifeCycle second = new LifeCycle(LIMITS, new FewKeyGroups(4, 2, 3), queues);
    first.restore(whole.snapshot(), LifeCycleRestoreTest::notAsked, rows);
    second.restore(whole.snapshot(), LifeCycleRestoreTest::notAsked, rows);

    assertThat(first.statistics().plus(second.statistics())).isEqualTo(whole.statistics());
    assertThat(second.snapshot()).extracting(KeyGroupRows::keyGroup).containsExactly(2, 3);
    used.use(second, "d-new", 10_000);
    assertThat(used.dropped()).hasSize(7).allMatch(id -> id.startsWith("d"));
  }

  @Test
  void rowsOfBeforeTheLifeCycleAreFoundAndLeaveOldestFirst() {
    for (int i = 0; i < 20; i++) {
      rows.put("a" + i * 7 % 20, new Row(1, 1_000 + i * 7 % 20, new float[0]));
    }
    LifeCycle lifeCycle = new LifeCycle(new RowLimits(1, 1, 0, 32), ALL, queues);
    lifeCycle.restore(List.of(), () -> rows.all().keySet().stream(), rows);
    assertThat(lifeCycle.statistics()).isEqualTo(new RowStatistics(20, 0, 0, 0, 0));

    used.use(lifeCycle, "a-new", 2_000);

    assertThat(used.dropped()).startsWith("a0", "a1", "a2").hasSize(13);
    assertThat(rows.all()).hasSize(8).containsKeys("a19", "a-new");
  }

  @Test
  void limitsThatCameLaterHoldForTheRowsThatAreThere() {
    LifeCycle unlimited = new LifeCycle(RowLimits.NONE, ALL, queues);
    for (int i = 0; i < 100; i++) {
      used.use(unlimited, id(i), i);
    }

    LifeCycle limited = new LifeCycle(LIMITS, ALL, queues);
    limited.restore(unlimited.snapshot(), () -> rows.all().keySet().stream().sorted(), rows);

    assertThat(limited.statistics()).isEqualTo(unlimited.statistics());
    for (int i = 0; i < 4; i++) {
      used.use(limited, id(100 + i), 100 + i);
    }
    assertThat(limited.statistics().rows()).isEqualTo(40);
    assertThat(used.dropped()).hasSize(64);
  }

  @Test
  void whereLimitsAreLiftedNothingIsLeftOfTheQueues() {
    LifeCycle limited = new LifeCycle(LIMITS, ALL, queues);
    for (int i = 0; i < 20; i++) {
      used.use(limited, id(i), i);
    }
    assertThat(queues.size()).isEqualTo(20);

    LifeCycle unlimited = new LifeCycle(RowLimits.NONE, ALL, queues);
    unlimited.restore(limited.snapshot(), LifeCycleRestoreTest::notAsked, rows);

    assertThat(queues.size()).isZero();
    assertThat(unlimited.statistics()).isEqualTo(limited.statistics());
    assertThat(unlimited.snapshot()).noneMatch(KeyGroupRows::queued);
  }

  @Test
  void aSmallerLimitHoldsFromTheNextExampleOn() {
    LifeCycle wide = new LifeCycle(new RowLimits(1, 1, 0, 400), ALL, queues);
    for (int i = 0; i < 100; i++) {
      used.use(wide, id(i), i);
    }
    LifeCycle narrow = new LifeCycle(new RowLimits(1, 1, 0, 8), ALL, queues);
    narrow.restore(wide.snapshot(), LifeCycleRestoreTest::notAsked, rows);
    for (int i = 100; i < 104; i++) {
      used.use(narrow, id(i), i);
    }

    assertThat(rows.all()).hasSize(8);
  }

  private void run(int examples, int restoreEvery) {
    last = new LifeCycle(LIMITS, ALL, queues);
    for (int i = 0; i < examples; i++) {
      used.use(last, id(i * i % 611), i);
      if (i % restoreEvery == restoreEvery - 1) {
        LifeCycle restored = new LifeCycle(LIMITS, ALL, queues);
        restored.restore(last.snapshot(), LifeCycleRestoreTest::notAsked, rows);
        last = restored;
      }
    }
  }

  private static Stream<String> notAsked() {
    throw new AssertionError("the snapshot tells enough");
  }

  private static String id(int number) {
    return "abcd".charAt(number % 4) + "-" + number;
  }
}
