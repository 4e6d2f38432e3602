package io.rivulet.state.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.FewKeyGroups;
import io.rivulet.fixture.QueuesInMemory;
import io.rivulet.fixture.RowsInMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private static final long TTL = 80;

  private final UsedRows used = new UsedRows();
  private final RowsInMemory rows = used.rows();
  private final QueuesInMemory queues = used.queues();
  private final List<String> dropped = used.dropped();
  private LifeCycle lifeCycle;

  @Test
  void withoutLimitsRowsAreCountedAndStay() {
    start(RowLimits.NONE);
    for (int i = 0; i < 100; i++) {
      use("a" + i, i * 1_000L);
      use("a" + i, i * 1_000L);
    }

    assertThat(lifeCycle.statistics()).isEqualTo(new RowStatistics(100, 100, 0, 0, 0));
    assertThat(queues.size()).isZero();
    assertThat(rows.reads()).as("only the test's own").isEqualTo(200);
  }

  @Test
  void theRowsThatAreTooManyLeaveOldestFirst() {
    start(mostRows(3));
    for (int i = 0; i < 5; i++) {
      use("a" + i, i);
    }

    assertThat(dropped).containsExactly("a0", "a1");
    assertThat(rows.all()).containsOnlyKeys("a2", "a3", "a4");
  }

  @Test
  void aRowThatWasUsedGetsASecondChance() {
    start(mostRows(3));
    use("a0", 0);
    use("a1", 1);
    use("a2", 2);
    use("a0", 3);
    use("a3", 4);
    use("a4", 5);

    assertThat(dropped).containsExactly("a1", "a2");
  }

  @Test
  void whenAllWereUsedTheOldestOfThemLeaves() {
    start(mostRows(2));
    use("a0", 0);
    use("a1", 1);
    use("a0", 2);
    use("a1", 3);
    use("a2", 4);

    assertThat(dropped).containsExactly("a0");
  }

  @Test
  void rowsStayWhenTheTimeIsTheLastOfAll() {
    start(new RowLimits(1, 1, TTL, 0));
    use("a-end", Long.MAX_VALUE);
    for (int i = 0; i < 10 * TTL; i++) {
      use("a-often", i);
    }

    assertThat(rows.get("a-often").count()).isEqualTo(10 * TTL);
  }

  /** Zipf-like use: the frequent ids must not be washed out by those that never come again. */
  @Test
  void frequentRowsOutliveAnEndlessStreamOfNewOnes() {
    start(mostRows(50));
    for (int i = 0; i < 20_000; i++) {
      use("a-once-" + i, i);
      use("a-often-" + i % 20, i);
    }

    assertThat(rows.all().keySet()).filteredOn(id -> id.contains("often")).hasSize(20);
    assertThat(lifeCycle.statistics().rows()).isEqualTo(50);
    assertThat(queues.size()).isEqualTo(50);
  }

  @Test
  void aRowLeavesBetweenItsTimeToLiveAndAQuarterMore() {
    start(new RowLimits(1, 1, TTL, 0));
    use("a-old", 1_000);
    use("a-old", 1_050);
    for (long time = 1_051; time < 1_050 + TTL; time++) {
      use("a-clock", time);
      assertThat(dropped).isEmpty();
    }
    for (long time = 1_050 + TTL; time <= 1_050 + TTL + TTL / 4; time++) {
      use("a-clock", time);
    }

    assertThat(dropped).containsExactly("a-old");
    assertThat(queues.size()).isEqualTo(1);
  }

  @Test
  void aRowThatIsUsedInTimeStays() {
    start(new RowLimits(1, 1, TTL, 0));
    for (long time = 0; time < 20 * TTL; time++) {
      use("a-clock", time);
      if (time % (TTL - 1) == 0) {
        use("a-regular", time);
      }
    }

    assertThat(dropped).isEmpty();
  }

  @Test
  void anEventFromThePastDoesNotTurnTheClockBack() {
    start(new RowLimits(1, 1, TTL, 0));
    use("a-old", 0);
    for (long time = 0; time < 3 * TTL; time++) {
      use("a-clock", time);
      use("a-late", time / 2);
    }

    assertThat(dropped).startsWith("a-old");
  }

  @Test
  void everyKeyGroupHasItsOwnShareAndItsOwnClock() {
    start(new RowLimits(1, 1, TTL, 4), new FewKeyGroups(2, 0, 1));
    use("b0", 0);
    for (int i = 0; i < 5; i++) {
      use("a" + i, 10_000);
    }

    assertThat(dropped).containsExactly("a0", "a1", "a2");
    assertThat(rows.all()).containsKey("b0");
  }

  @Test
  void theAccountAddsUp() {
    start(new RowLimits(1, 1, TTL, 10));
    int examples = 3_000;
    for (int i = 0; i < examples; i++) {
      use("a" + i * i % 97, i);
    }
    lifeCycle.refused("a-unknown");

    RowStatistics statistics = lifeCycle.statistics();
    long kept = rows.all().values().stream().mapToLong(Row::count).sum();
    assertThat(kept + statistics.evictedExamples()).isEqualTo(examples);
    assertThat(statistics.rows()).isEqualTo(rows.all().size()).isPositive();
    assertThat(statistics.admitted() - statistics.evicted()).isEqualTo(statistics.rows());
    assertThat(statistics.evicted()).isEqualTo(dropped.size()).isPositive();
    assertThat(statistics.unadmittedExamples()).isEqualTo(1);
  }

  private static RowLimits mostRows(long most) {
    return new RowLimits(1, 1, 0, most);
  }

  private void start(RowLimits limits) {
    start(limits, FewKeyGroups.ONE);
  }

  private void start(RowLimits limits, FewKeyGroups keyGroups) {
    lifeCycle = new LifeCycle(limits, keyGroups, queues);
  }

  private void use(String id, long time) {
    used.use(lifeCycle, id, time);
  }
}
