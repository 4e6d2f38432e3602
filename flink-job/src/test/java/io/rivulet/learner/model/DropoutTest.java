package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Units are left out at random, as many as the rate says, and the rest makes up for them. */
class DropoutTest {
  private static final int COLUMNS = 1000;
  private static final int HEIGHT = 5;

  private final Dropout dropout = new Dropout(0.25);

  @Test
  void leavesOutItsShareOfTheUnitsAndNeverTheConstantOne() {
    float[] outputs = ones();
    dropout.on(7);
    dropout.apply(outputs, HEIGHT, COLUMNS);
    double sum = 0;
    int left = 0;
    for (int i = 0; i < outputs.length; i++) {
      if (i % HEIGHT == HEIGHT - 1) {
        assertThat(outputs[i]).isEqualTo(1);
      } else {
        assertThat(outputs[i]).isIn(0f, (float) (4 / 3.0));
        sum += outputs[i];
        left += outputs[i] == 0 ? 1 : 0;
      }
    }
    int units = COLUMNS * (HEIGHT - 1);
    assertThat((double) left / units).isCloseTo(0.25, within(0.03));
    assertThat(sum / units).isCloseTo(1, within(0.03));
  }

  @Test
  void theSameSeedLeavesOutTheSame() {
    float[] first = drawn(3);
    assertThat(drawn(3)).containsExactly(first);
    assertThat(drawn(4)).isNotEqualTo(first);
  }

  @Test
  void theGradientIsScaledLikeTheOutput() {
    float[] gradient = {1, -2, 3, 0};
    dropout.on(1);
    dropout.backward(gradient, gradient.length);
    assertThat(gradient).containsExactly(new float[] {4 / 3f, -8 / 3f, 4, 0}, within(1e-6f));
  }

  @Test
  void doesNothingWhileOff() {
    float[] outputs = ones();
    dropout.apply(outputs, HEIGHT, COLUMNS);
    dropout.backward(outputs, outputs.length);
    dropout.on(1);
    dropout.off();
    dropout.apply(outputs, HEIGHT, COLUMNS);
    assertThat(outputs).containsOnly(1);
  }

  private float[] drawn(long seed) {
    float[] outputs = ones();
    dropout.on(seed);
    dropout.apply(outputs, HEIGHT, COLUMNS);
    return outputs;
  }

  private static float[] ones() {
    float[] ones = new float[COLUMNS * HEIGHT];
    Arrays.fill(ones, 1);
    return ones;
  }
}
