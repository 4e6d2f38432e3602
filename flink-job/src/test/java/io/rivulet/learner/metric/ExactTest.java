package io.rivulet.learner.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTest {
  @Test
  void areaIsTheShareOfOrderedPairsTiesCountingHalf() {
    Random random = new Random(3);
    float[] scores = new float[200];
    float[] labels = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(20);
      labels[i] = random.nextInt(2);
    }
    double pairs = 0;
    double ordered = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (labels[i] > labels[j]) {
          pairs++;
          ordered += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(Exact.auc(scores, labels)).isCloseTo(ordered / pairs, within(1e-12));
    assertThat(Exact.auc(new float[] {1, 2}, new float[] {1, 1})).isNaN();
  }

  @Test
  void rmseByHand() {
    assertThat(Exact.rmse(new float[] {1, 2}, new float[] {2, 4})).isEqualTo(Math.sqrt(2.5));
  }
}
