package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void hasOneLineForEachVariantAndTask() {
    List<String> lines = CsvTable.lines(Comparisons.twoSeeds());

    assertThat(lines).hasSize(6);
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 12);
    assertThat(lines.get(0)).startsWith("architecture,weighting,task,figure,better,seeds,mean,sd");
    assertThat(lines.get(2)).isEqualTo("single-task,equal,like,auc,more,2,0.7,0.0,,,,0.7 0.7");
    assertThat(lines.get(3)).startsWith("mmoe,log-sum,rating,rmse,less,2,1.25,0.0707");
    assertThat(lines.get(3)).contains(",-0.3").endsWith(",true,1.2 1.3");
    assertThat(lines.get(4)).endsWith(",false,0.75 0.8");
    assertThat(lines.get(5)).isEqualTo("best-reachable,,like,auc,more,,0.875,,,,,");
  }

  @Test
  void leavesEmptyWhatNothingDefines() {
    List<String> lines = CsvTable.lines(Comparisons.oneSeed());

    assertThat(lines.get(1)).isEqualTo("single-task,equal,rating,rmse,less,1,0.9,,,,,0.9");
    assertThat(lines.get(2)).isEqualTo("single-task,equal,like,auc,more,1,,,,,,");
    assertThat(lines.get(4)).isEqualTo("mmoe,log-sum,like,auc,more,1,0.75,,,,false,0.75");
  }
}
