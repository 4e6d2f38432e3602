package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {
  @Test
  void marksWhatIsLostBySharing() {
    assertThat(MarkdownTable.lines(Comparisons.twoSeeds()))
        .startsWith(
            "made-up",
            "",
            "- no stream at all",
            "",
            "| architecture   | weighting |     rating rmse |  transfer |        like auc |  transfer |",
            "|----------------|-----------|----------------:|----------:|----------------:|----------:|",
            "| single-task    | equal     | 0.9500 ± 0.0707 |           | 0.7000 ± 0.0000 |           |",
            "| mmoe           | log-sum   | 1.2500 ± 0.0707 | -0.3000 ▼ | 0.7750 ± 0.0354 | +0.0750   |",
            "| best reachable |           |               - |       -   |          0.8750 | +0.1750   |",
            "")
        .anyMatch(line -> line.startsWith("▼: "));
  }

  @Test
  void oneSeedHasNoDeviationAndNoMark() {
    assertThat(MarkdownTable.lines(Comparisons.oneSeed()))
        .contains(
            "| single-task    | equal     |      0.9000 |           |        - |          |",
            "| mmoe           | log-sum   |      1.2000 | -0.3000   |   0.7500 |      -   |")
        .anyMatch(line -> line.startsWith("One seed: "));
  }
}
