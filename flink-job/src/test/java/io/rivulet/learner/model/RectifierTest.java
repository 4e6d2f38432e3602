package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RectifierTest {
  private static final int LENGTH = 70;

  @Test
  void letsAGradientThroughWhereTheOutputIsAboveZero() {
    float[] values = new float[LENGTH];
    float[] kinds = {-1, 0, Float.MIN_VALUE, Float.MIN_NORMAL, 1e-7f, 1, 1e8f};
    for (int i = 0; i < LENGTH; i++) {
      values[i] = kinds[i % kinds.length];
    }
    Rectifier.apply(values, LENGTH);
    float[] gradient = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      gradient[i] = i + 1;
    }

    Rectifier.backward(values, gradient, LENGTH);

    for (int i = 0; i < LENGTH; i++) {
      boolean above = kinds[i % kinds.length] > 0;
      assertThat(values[i]).isEqualTo(above ? kinds[i % kinds.length] : 0);
      assertThat(gradient[i]).as("output %s", values[i]).isEqualTo(above ? i + 1 : 0);
    }
  }
}
