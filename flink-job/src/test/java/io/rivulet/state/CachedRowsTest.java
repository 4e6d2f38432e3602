package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.fixture.RowsInMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedRowsTest {
  private final RowsInMemory store = new RowsInMemory();
  private final CachedRows rows = new CachedRows(2, store);

  @Test
  void aRowIsReadOnceAndWrittenOnlyWhenFlushed() {
    store.all().put("a", row(1));
    rows.get("a");
    rows.put("a", row(2));

    assertThat(rows.get("a").count()).isEqualTo(2);
    assertThat(store.reads()).isEqualTo(1);
    assertThat(store.writes()).isZero();

    rows.flush();
    rows.flush();

    assertThat(store.all().get("a").count()).isEqualTo(2);
    assertThat(store.writes()).isEqualTo(1);
  }

  @Test
  void theOneNotUsedForLongestLeavesAndIsWritten() {
    rows.put("a", row(1));
    rows.put("b", row(2));
    rows.get("a");
    rows.put("c", row(3));

    assertThat(store.all()).containsOnlyKeys("b");
    assertThat(rows.get("b").count()).isEqualTo(2);
  }

  @Test
  void aRemovedRowIsGoneEverywhere() {
    rows.put("a", row(1));
    rows.flush();
    rows.put("a", row(2));
    rows.remove("a");
    rows.flush();

    assertThat(rows.get("a")).isNull();
    assertThat(store.all()).isEmpty();
  }

  @Test
  void anIdWithoutARowIsNotKept() {
    rows.get("a");
    store.all().put("a", row(1));

    assertThat(rows.get("a").count()).isEqualTo(1);
  }

  private static Row row(long count) {
    return new Row(count, 0, new float[0]);
  }

  @Test
  void whatHasChangedSinceTheLastTimeStaysUnwritten() {
    Row row = new Row(1, 1, new float[] {1});
    rows.put("a", row);
    rows.put("b", row);
    assertThat(rows.flushOthers(2))
        .isEqualTo(new UnwrittenRows(List.of("a", "b"), List.of(row, row)));
    rows.put("b", row);

    assertThat(rows.flushOthers(2)).isEqualTo(new UnwrittenRows(List.of("b"), List.of(row)));
    assertThat(store.all()).containsOnlyKeys("a");
    assertThat(rows.get("a")).isSameAs(row);
    assertThat(store.reads()).isZero();
  }
}
