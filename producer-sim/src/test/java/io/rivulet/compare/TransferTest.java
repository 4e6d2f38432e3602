package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final Sample LOW = new Sample(List.of(0.60, 0.62));
  private static final Sample HIGH = new Sample(List.of(0.70, 0.72));

  @Test
  void aLossByLearningTogetherIsBelowZeroWhateverTheFigure() {
    assertThat(Transfer.of(Figure.AUC, LOW, HIGH).gain()).isCloseTo(-0.1, within(1e-12));
    assertThat(Transfer.of(Figure.ACCURACY, LOW, HIGH).gain()).isCloseTo(-0.1, within(1e-12));
    assertThat(Transfer.of(Figure.RMSE, HIGH, LOW).gain()).isCloseTo(-0.1, within(1e-12));
    assertThat(Transfer.of(Figure.AUC, HIGH, LOW).gain()).isCloseTo(0.1, within(1e-12));
    assertThat(Transfer.of(Figure.RMSE, LOW, HIGH).gain()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void deviatesAsTheDifferenceOfIndependentRuns() {
    double of = LOW.deviation();
    assertThat(Transfer.of(Figure.AUC, LOW, HIGH).deviation())
        .isCloseTo(Math.sqrt(2) * of, within(1e-12));
  }

  @Test
  void isNegativeOnlyBeyondWhatSeedsDiffer() {
    Sample wide = new Sample(List.of(0.55, 0.83));
    assertThat(Transfer.of(Figure.AUC, LOW, HIGH).negative()).isTrue();
    assertThat(Transfer.of(Figure.AUC, LOW, wide).negative()).isFalse();
    assertThat(Transfer.of(Figure.AUC, HIGH, LOW).negative()).isFalse();
  }

  @Test
  void oneSeedProvesNothing() {
    Transfer transfer = Transfer.of(Figure.AUC, new Sample(List.of(0.1)), new Sample(List.of(0.9)));
    assertThat(transfer.gain()).isNegative();
    assertThat(transfer.negative()).isFalse();
  }
}
