package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentWorkTest {
  private final SentWork sent = new SentWork();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itIsTheSumOfWhatWasAddedAndNotRemoved(long seed) {
    Random random = new Random(seed);
    TreeMap<Long, Row> expected = new TreeMap<>();
    long round = 0;
    for (int step = 0; step < 5_000; step++) {
      if (random.nextBoolean()) {
        round += 1 + random.nextInt(3);
        Row work = new Row(1 + random.nextInt(9), 0, new float[] {random.nextInt(100), 1});
        sent.add(round, work);
        expected.put(round, work);
      } else if (random.nextInt(5) == 0) {
        long upTo = round - random.nextInt(60);
        sent.removeUpTo(upTo);
        expected.headMap(upTo, true).clear();
      }
      assertSame(Long.MIN_VALUE, expected);
      assertSame(round - random.nextInt(60), expected);
    }
  }

  private void assertSame(long after, NavigableMap<Long, Row> expected) {
    Map<Long, Row> rows = expected.tailMap(after, false);

    assertThat(sent.after(after).stream().mapToLong(Row::count).sum())
        .isEqualTo(rows.values().stream().mapToLong(Row::count).sum());
    assertThat(sent.after(after).stream().mapToDouble(row -> row.values()[0]).sum())
        .isEqualTo(rows.values().stream().mapToDouble(row -> row.values()[0]).sum());
  }

  @Test
  void aLearnerThatIsFarAheadHasNoMoreToAdd() {
    for (int round = 1; round <= 1_000; round++) {
      sent.add(round, new Row(1, round, new float[] {1}));
    }
    assertThat(sent.after(Long.MIN_VALUE)).hasSize(1);

    sent.removeUpTo(300);
    for (int round = 1_001; round <= 2_000; round++) {
      sent.add(round, new Row(1, round, new float[] {1}));
    }
    assertThat(sent.after(Long.MIN_VALUE)).hasSize(2);
    assertThat(sent.after(999)).hasSize(2);
  }
}
