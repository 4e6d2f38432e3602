package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.RowCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultSummaryTest {
  private static final int EVENTS = 100;

  @ParameterizedTest
  @CsvSource({
    "100, 100, 100, 0, 0, 0, true",
    " 99, 100, 100, 0, 1, 0, false",
    "100,  97, 100, 0, 3, 0, false",
    "100, 100, 102, 0, 0, 2, false",
    " 98, 100, 101, 0, 2, 1, false",
    "100, 100, 100, 1, 0, 0, false"
  })
  void whatAnyPartOfTheModelMissesIsLost(
      int users, int items, int dense, int unscored, int lost, int doubled, boolean clean) {
    FaultResult result = result(new RowCounts(users, items, dense), unscored, 1);

    assertThat(result.lost()).isEqualTo(lost);
    assertThat(result.doubled()).isEqualTo(doubled);
    assertThat(new FaultSummary(List.of(result)).isClean()).isEqualTo(clean);
  }

  @Test
  void theRunsAreSummedUp() {
    RowCounts right = new RowCounts(EVENTS, EVENTS, EVENTS);
    FaultSummary summary =
        new FaultSummary(
            List.of(
                result(right, 0, 9.5),
                result(new RowCounts(EVENTS - 1, EVENTS, EVENTS), 0, 4.5),
                result(new RowCounts(EVENTS, EVENTS + 2, EVENTS), 3, 0.5),
                result(right, 0, 2.5)));

    assertThat(summary.json())
        .isEqualTo(
            "{\"runs\":4,\"kills\":4,\"lost\":1,\"doubled\":2,\"unscored\":3,"
                + "\"recoverySeconds\":{\"median\":3.5,\"max\":9.5}}");
  }

  private static FaultResult result(RowCounts counts, int unscored, double recovery) {
    return new FaultResult(7, Fault.BROKER, 1.5, recovery, EVENTS, counts, unscored);
  }
}
