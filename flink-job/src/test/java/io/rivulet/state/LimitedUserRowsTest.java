package io.rivulet.state;

import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.state.Learned.learn;
import static io.rivulet.state.Learned.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.FewKeyGroups;
import io.rivulet.fixture.QueuesInMemory;
import io.rivulet.fixture.RowsInMemory;
import io.rivulet.fixture.Sums;
import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.RowLimits;
import org.junit.jupiter.api.Test;

/** User rows that are admitted late, and dropped. */
class LimitedUserRowsTest {
  private final RowsInMemory store = new RowsInMemory();
  private final ToldRows told = new ToldRows();

  private UserRows rows(RowLimits limits) {
    return new UserRows(
        new UserRows.Limits(2, Integer.MAX_VALUE, () -> Integer.MAX_VALUE),
        new Sums(1),
        store,
        new Admission(limits, FewKeyGroups.ONE),
        new LifeCycle(limits, FewKeyGroups.ONE, new QueuesInMemory()),
        told);
  }

  @Test
  void aUserWithTooFewExamplesHasTheRowOfTheHash() {
    UserRows kept = rows(new RowLimits(3, 1_000, 0, 0));
    for (int i = 0; i < 2; i++) {
      learn(kept, "abc", 10, i);
      assertSame(opened(kept, "abc"), new Row(0, 0, new float[] {3}));
    }

    learn(kept, "abc", 10, 2);
    learn(kept, "abc", 10, 3);
    kept.flush();

    assertSame(store.all().get("abc"), new Row(2, 3, new float[] {23}));
  }

  @Test
  void aDroppedUserBeginsAgainFromTheHash() {
    UserRows kept = rows(new RowLimits(1, 1, 0, 2));
    learn(kept, "abc", 10, 1);
    learn(kept, "b", 10, 2);
    kept.flush();
    learn(kept, "c", 10, 3);
    kept.trim();

    assertThat(told.dropped()).containsExactly("abc");
    assertThat(store.all()).doesNotContainKey("abc");
    assertSame(opened(kept, "abc"), new Row(0, 0, new float[] {3}));
  }

  @Test
  void aDroppedUserWhoseRowWasNeverStoredDoesNotGetThere() {
    UserRows kept = rows(new RowLimits(1, 1, 0, 1));
    learn(kept, "a", 10, 1);
    learn(kept, "b", 10, 2);
    kept.trim();
    assertThat(kept.unwritten().ids()).containsExactly("b");
    kept.tell();
    kept.flush();

    assertThat(told.dropped()).containsExactly("a");
    assertThat(told.ids()).containsExactly("b");
    assertThat(store.all()).containsOnlyKeys("b");
  }

  /** The store still has the row as it was before the second example. */
  @Test
  void whetherARowWasUsedIsSeenInTheCache() {
    UserRows kept = rows(new RowLimits(1, 1, 0, 2));
    learn(kept, "a", 10, 1);
    learn(kept, "b", 10, 2);
    kept.flush();
    learn(kept, "a", 10, 3);
    learn(kept, "c", 10, 4);
    kept.trim();

    assertThat(told.dropped()).containsExactly("b");
  }
}
