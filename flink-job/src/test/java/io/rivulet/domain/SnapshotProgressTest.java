package io.rivulet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotProgressTest {
  @Test
  void aTaskWithoutExamplesInAWindowKeepsItsMetrics() {
    SnapshotProgress measured =
        SnapshotProgress.NONE
            .measured(Map.of("click.auc", 0.7, "watch.rmse", 90.0))
            .measured(Map.of("click.auc", 0.8))
            .measured(Map.of());

    assertThat(measured.metrics()).isEqualTo(Map.of("click.auc", 0.8, "watch.rmse", 90.0));
  }
}
