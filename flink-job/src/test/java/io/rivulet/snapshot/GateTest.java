package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void withoutAMetricOnlyWhatIsNotFiniteIsHeldBack() {
    Gate gate = new Gate("", 0);
    assertThat(gate.objection(Map.of("click.auc", 0.9), Map.of("click.auc", 0.1))).isNull();
    assertThat(gate.objection(Map.of(), Map.of("click.loss", Double.NaN)))
        .isEqualTo("click.loss is not finite");
  }

  @Test
  void lessOfWhatIsRightIsWorse() {
    Gate gate = new Gate("click.auc", 0.05);
    assertThat(gate.objection(Map.of("click.auc", 0.8), Map.of("click.auc", 0.74)))
        .isEqualTo("click.auc went from 0.8000 to 0.7400, which is worse by more than 0.05");
    assertThat(gate.objection(Map.of("click.auc", 0.8), Map.of("click.auc", 0.76))).isNull();
    assertThat(gate.objection(Map.of("click.auc", 0.8), Map.of("click.auc", 0.9))).isNull();
  }

  @Test
  void moreOfAnErrorIsWorse() {
    Gate gate = new Gate("watch.rmse", 1);
    assertThat(gate.objection(Map.of("watch.rmse", 10.0), Map.of("watch.rmse", 11.5)))
        .startsWith("watch.rmse went from 10.00 to 11.50");
    assertThat(gate.objection(Map.of("watch.rmse", 10.0), Map.of("watch.rmse", 5.0))).isNull();
  }

  @Test
  void whatIsNotKnownIsNoObjection() {
    Gate gate = new Gate("click.auc", 0);
    assertThat(gate.objection(Map.of(), Map.of("click.auc", 0.5))).isNull();
    assertThat(gate.objection(Map.of("click.auc", 0.5), Map.of())).isNull();
  }
}
