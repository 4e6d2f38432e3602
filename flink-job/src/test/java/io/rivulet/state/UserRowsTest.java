package io.rivulet.state;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.FewKeyGroups;
import io.rivulet.fixture.QueuesInMemory;
import io.rivulet.fixture.RowsInMemory;
import io.rivulet.fixture.Sums;
import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UserRowsTest {
  private final RowsInMemory store = new RowsInMemory();
  private final ChangedRows changed = new ChangedRows(store, 2);
  private final UserRows rows = rows(RowLimits.NONE);

  private UserRows rows(RowLimits limits) {
    return rows(limits, 2, Integer.MAX_VALUE);
  }

  private UserRows rows(RowLimits limits, int capacity, int mostUnwritten) {
    changed.follow();
    return new UserRows(
        capacity,
        new Sums(1),
        store,
        new Admission(limits, FewKeyGroups.ONE),
        new LifeCycle(limits, FewKeyGroups.ONE, new QueuesInMemory()),
        mostUnwritten,
        changed);
  }

  @Test
  void aNewUsersRowIsMadeFromTheLayout() {
    assertSame(opened(rows, "abc"), new Row(0, 0, new float[] {3}));
    assertThat(store.all()).isEmpty();
  }

  @Test
  void peekingFindsTheNewestRowAndKeepsNothing() {
    store.all().put("b", new Row(5, 5, new float[] {5}));
    learn("a", 10, 7);

    assertSame(rows.peek("a"), new Row(1, 7, new float[] {11}));
    assertSame(rows.peek("b"), new Row(5, 5, new float[] {5}));
    assertSame(rows.peek("abc"), new Row(0, 0, new float[] {3}));
    rows.peek("abc");
    rows.flush();
    assertThat(store.all()).containsOnlyKeys("a", "b");
    assertThat(store.writes()).isEqualTo(1);
    assertThat(store.reads()).as("a, b, and abc twice").isEqualTo(4);
  }

  @Test
  void aCachedRowIsReadOnce() {
    rows.open("a");
    rows.open("a").learned(1);

    assertThat(store.reads()).isEqualTo(1);
  }

  @Test
  void aLearnedRowGoesBackWithItsCountAndTime() {
    learn("a", 10, 70);
    learn("a", 10, 50);
    rows.flush();

    assertSame(store.all().get("a"), new Row(2, 70, new float[] {21}));
  }

  @Test
  void flushWritesWhatChangedSinceTheLast() {
    learn("a", 1, 1);
    rows.open("b");
    rows.flush();
    rows.flush();
    assertThat(store.writes()).isEqualTo(1);

    learn("a", 1, 2);
    rows.flush();
    assertThat(store.writes()).isEqualTo(2);
    assertThat(store.reads()).as("flushed rows stay cached").isEqualTo(2);
  }

  @Test
  void ofTheUnwrittenRowsThoseThatChangedFirstAreWritten() {
    UserRows kept = rows(RowLimits.NONE, 9, 2);
    for (String user : List.of("a", "b", "a", "c", "d")) {
      learn(kept, user, 1, 1);
    }
    kept.trim();
    assertThat(store.all()).containsOnlyKeys("a", "b");

    learn(kept, "a", 1, 1);
    kept.trim();
    assertThat(store.all()).containsOnlyKeys("a", "b", "c");
    kept.flush();
    assertThat(store.all().get("a").count()).isEqualTo(3);
    assertThat(store.writes()).isEqualTo(5);
  }

  @Test
  void theLeastRecentlyUsedRowLeavesFirst() {
    learn("a", 1, 1);
    learn("b", 1, 1);
    rows.open("a");
    learn("c", 1, 1);
    rows.trim();

    assertThat(store.all()).containsOnlyKeys("b");
    rows.open("a");
    rows.open("c");
    assertThat(store.reads()).isEqualTo(3);
    rows.open("b");
    assertThat(store.reads()).isEqualTo(4);
  }

  @Test
  void anUnchangedRowLeavesWithoutBeingWritten() {
    store.all().put("a", new Row(5, 5, new float[] {5}));
    rows.open("a");
    rows.open("b");
    rows.open("c");
    rows.trim();

    assertThat(store.writes()).isZero();
  }

  @Test
  void anEvictedRowComesBackAsItLeft() {
    learn("a", 10, 7);
    rows.open("b");
    rows.open("c");
    rows.trim();

    assertSame(opened(rows, "a"), new Row(1, 7, new float[] {11}));
  }

  @Test
  void aBatchMayHoldMoreRowsThanTheCapacity() {
    OpenRow first = rows.open("a");
    for (String user : new String[] {"b", "c", "d"}) {
      rows.open(user);
    }

    assertThat(rows.open("a")).isSameAs(first);
    assertThat(store.reads()).isEqualTo(4);
    rows.trim();
    rows.open("b");
    assertThat(store.reads()).as("b has left").isEqualTo(5);
  }

  @Test
  void learningAfterAFlushDoesNotReachIntoTheStore() {
    learn("a", 10, 1);
    rows.flush();
    learn("a", 100, 2);

    assertSame(store.all().get("a"), new Row(1, 1, new float[] {11}));
  }

  @Test
  void learningDoesNotReachIntoWhatTheStoreReturned() {
    Row stored = new Row(5, 5, new float[] {5});
    store.all().put("a", stored);

    learn("a", 100, 2);

    assertThat(stored.values()).containsExactly(5);
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

    assertThat(dropped()).containsExactly("abc");
    assertThat(store.all()).doesNotContainKey("abc");
    assertSame(opened(kept, "abc"), new Row(0, 0, new float[] {3}));
  }

  @Test
  void aDroppedUserWhoseRowWasNeverStoredDoesNotGetThere() {
    UserRows kept = rows(new RowLimits(1, 1, 0, 1));
    learn(kept, "a", 10, 1);
    learn(kept, "b", 10, 2);
    kept.trim();
    kept.flush();

    assertThat(dropped()).containsExactly("a");
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

    assertThat(dropped()).containsExactly("b");
  }

  @Test
  void whatHasChangedIsHandedOverAsItIsInTheStore() {
    learn("a", 1, 1);
    learn("b", 2, 1);
    rows.open("c");
    rows.trim();
    learn("a", 3, 2);
    rows.flush();
    Map<String, Row> handed = new TreeMap<>();
    changed.handOver(handed::put);

    assertThat(handed).containsOnlyKeys("a", "b");
    assertSame(handed.get("a"), store.all().get("a"));
    assertSame(handed.get("b"), store.all().get("b"));
    changed.handOver((id, row) -> assertThat(id).isNull());
  }

  @Test
  void examplesOlderThanTheirUsersNewestAreCounted() {
    learn("a", 1, 10);
    learn("a", 1, 10);
    learn("a", 1, 9);
    learn("b", 1, 5);

    assertThat(rows.late()).isEqualTo(1);
    assertThat(opened(rows, "a").lastSeen()).isEqualTo(10);
  }

  private List<String> dropped() {
    List<String> dropped = new ArrayList<>();
    changed.handOver(
        (id, row) -> {
          if (row == null) {
            dropped.add(id);
          }
        });
    return dropped;
  }

  private void learn(String user, float change, long eventTime) {
    learn(rows, user, change, eventTime);
  }

  private static void learn(UserRows rows, String user, float change, long eventTime) {
    OpenRow row = rows.open(user);
    row.values()[0] += change;
    row.learned(eventTime);
  }

  private static Row opened(UserRows rows, String user) {
    rows.open(user);
    return rows.peek(user);
  }
}
