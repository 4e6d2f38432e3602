package io.rivulet.state;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.Sums;
import org.junit.jupiter.api.Test;

class UserRowsTest {
  private final CountingStore store = new CountingStore();
  private final UserRows rows = new UserRows(2, new Sums(1), store);

  @Test
  void aNewUsersRowIsMadeFromTheLayout() {
    assertSame(rows.open("abc"), new Row(0, 0, new float[] {3}));
    assertThat(store.rows).isEmpty();
  }

  @Test
  void aCachedRowIsReadOnce() {
    rows.open("a");
    rows.open("a");
    rows.learned("a", 1);

    assertThat(store.reads).isEqualTo(1);
  }

  @Test
  void aLearnedRowGoesBackWithItsCountAndTime() {
    learn("a", 10, 70);
    learn("a", 10, 50);
    rows.flush();

    assertSame(store.rows.get("a"), new Row(2, 70, new float[] {21}));
  }

  @Test
  void flushWritesWhatChangedSinceTheLast() {
    learn("a", 1, 1);
    rows.open("b");
    rows.flush();
    rows.flush();
    assertThat(store.writes).isEqualTo(1);

    learn("a", 1, 2);
    rows.flush();
    assertThat(store.writes).isEqualTo(2);
    assertThat(store.reads).as("flushed rows stay cached").isEqualTo(2);
  }

  @Test
  void theLeastRecentlyUsedRowLeavesFirst() {
    learn("a", 1, 1);
    learn("b", 1, 1);
    rows.open("a");
    learn("c", 1, 1);
    rows.trim();

    assertThat(store.rows).containsOnlyKeys("b");
    rows.open("a");
    rows.open("c");
    assertThat(store.reads).isEqualTo(3);
    rows.open("b");
    assertThat(store.reads).isEqualTo(4);
  }

  @Test
  void anUnchangedRowLeavesWithoutBeingWritten() {
    store.rows.put("a", new Row(5, 5, new float[] {5}));
    rows.open("a");
    rows.open("b");
    rows.open("c");
    rows.trim();

    assertThat(store.writes).isZero();
  }

  @Test
  void anEvictedRowComesBackAsItLeft() {
    learn("a", 10, 7);
    rows.open("b");
    rows.open("c");
    rows.trim();

    assertSame(rows.open("a"), new Row(1, 7, new float[] {11}));
  }

  @Test
  void aBatchMayHoldMoreRowsThanTheCapacity() {
    Row first = rows.open("a");
    for (String user : new String[] {"b", "c", "d"}) {
      rows.open(user);
    }

    assertThat(rows.open("a")).isSameAs(first);
    assertThat(store.reads).isEqualTo(4);
    rows.trim();
    rows.open("b");
    assertThat(store.reads).as("b has left").isEqualTo(5);
  }

  @Test
  void learningAfterAFlushDoesNotReachIntoTheStore() {
    learn("a", 10, 1);
    rows.flush();
    learn("a", 100, 2);

    assertSame(store.rows.get("a"), new Row(1, 1, new float[] {11}));
  }

  @Test
  void learningDoesNotReachIntoWhatTheStoreReturned() {
    Row stored = new Row(5, 5, new float[] {5});
    store.rows.put("a", stored);

    learn("a", 100, 2);

    assertThat(stored.values()).containsExactly(5);
  }

  private void learn(String user, float change, long eventTime) {
    rows.open(user).values()[0] += change;
    rows.learned(user, eventTime);
  }
}
