package io.rivulet.state;

import static io.rivulet.fixture.Records.assertSame;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class UserRowsTest {
  private final RowsInMemory store = new RowsInMemory();
  private final ToldRows told = new ToldRows();
  private final UserRows rows = rows(2, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private UserRows rows(int cached, int unwritten, int untold) {
    return new UserRows(
        new UserRows.Limits(cached, unwritten, () -> untold),
        new Sums(1),
        store,
        new Admission(RowLimits.NONE, FewKeyGroups.ONE),
        new LifeCycle(RowLimits.NONE, FewKeyGroups.ONE, new QueuesInMemory()),
        told);
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
    UserRows kept = rows(9, 2, 9);
    for (String user : List.of("a", "b", "a", "c", "d")) {
      Learned.learn(kept, user, 1, 1);
    }
    kept.trim();
    assertThat(store.all()).containsOnlyKeys("a", "b");

    Learned.learn(kept, "a", 1, 1);
    kept.trim();
    assertThat(store.all()).containsOnlyKeys("a", "b", "c");
    kept.flush();
    assertThat(store.all().get("a").count()).isEqualTo(3);
    assertThat(store.writes()).isEqualTo(5);
  }

  @Test
  void whatIsUnwrittenIsSaidUntilItIsWritten() {
    learn("a", 10, 7);
    rows.open("b");
    UnwrittenRows before = rows.unwritten();
    for (int i = 0; i < 2; i++) {
      assertSame(rows.unwritten(), unwritten("a", new Row(1, 7, new float[] {11})));
    }

    learn("a", 100, 8);
    assertSame(before, unwritten("a", new Row(1, 7, new float[] {11})));
    assertSame(rows.unwritten(), unwritten("a", new Row(2, 8, new float[] {111})));

    rows.flush();
    assertThat(rows.unwritten().ids()).isEmpty();
    learn("a", 1, 9);
    assertSame(rows.unwritten(), unwritten("a", new Row(3, 9, new float[] {112})));
  }

  @Test
  void aRowThatWasHandedOutDoesNotChange() {
    learn("a", 10, 7);
    rows.tell();
    UnwrittenRows kept = rows.unwritten();
    rows.flush();
    Row stored = store.all().get("a");
    Row before = told.row("a");

    learn("a", 100, 8);
    assertSame(before, new Row(1, 7, new float[] {11}));
    assertSame(stored, new Row(1, 7, new float[] {11}));
    assertSame(kept, unwritten("a", new Row(1, 7, new float[] {11})));
    assertSame(rows.peek("a"), new Row(2, 8, new float[] {111}));
  }

  @Test
  void ofTheUntoldRowsThoseThatChangedFirstAreTold() {
    UserRows kept = rows(9, 9, 2);
    for (String user : List.of("a", "b", "a", "c", "d")) {
      Learned.learn(kept, user, 1, 1);
    }
    kept.trim();
    assertThat(told.ids()).containsExactly("a", "b");
    assertSame(told.row("a"), new Row(2, 1, new float[] {3}));

    kept.tell();
    kept.tell();
    assertThat(told.ids()).containsExactly("a", "b", "c", "d");
    Learned.learn(kept, "a", 1, 2);
    kept.tell();
    assertThat(told.ids()).containsExactly("a", "b", "c", "d", "a");
    assertSame(told.row("a"), new Row(3, 2, new float[] {4}));
    assertThat(store.writes()).isZero();
  }

  @Test
  void whatLeavesIsWrittenAndTold() {
    OpenRow row = rows.open("a");
    row.learned(1);
    rows.tell();
    row.learned(2);
    rows.open("b");
    rows.open("c");
    rows.trim();

    assertThat(store.all()).containsOnlyKeys("a");
    assertThat(told.ids()).containsExactly("a", "a");
    assertSame(told.row("a"), store.all().get("a"));
    assertThat(rows.unwritten().ids()).isEmpty();
    rows.tell();
    rows.flush();
    assertThat(told.ids()).hasSize(2);
    assertThat(store.writes()).isEqualTo(1);
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
  void examplesOlderThanTheirUsersNewestAreCounted() {
    learn("a", 1, 10);
    learn("a", 1, 10);
    learn("a", 1, 9);
    learn("b", 1, 5);

    assertThat(rows.late()).isEqualTo(1);
    assertThat(opened(rows, "a").lastSeen()).isEqualTo(10);
  }

  private static UnwrittenRows unwritten(String user, Row row) {
    return new UnwrittenRows(List.of(user), List.of(row));
  }

  private void learn(String user, float change, long eventTime) {
    Learned.learn(rows, user, change, eventTime);
  }
}
